//! The ledger as a file: for a spreadsheet, for a program.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use reqwest::header;
use serde_json::{Value, json};
use tests::{Person, Reply};

use super::{Room, line};

impl Room {
    pub(super) async fn file(&self, person: &Person, query: &str) -> Reply {
        let reply = person.get(&self.path(&format!("/export?{query}"))).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply
    }

    /// Lines of every sort, jointly and of two partners.
    async fn fill(&self) {
        let [ours, theirs] = [self.partner_of(&self.lead).await, self.partner_of(&self.member).await];
        let share = |id: &Value, amount: i64| json!({ "partner_id": id, "amount": amount });
        for (person, other) in [
            (
                &self.lead,
                json!({ "note": "Twee avonden,\nin de \"grote\" zaal", "shares": [share(&ours, 400), share(&theirs, 600)] }),
            ),
            (
                &self.lead,
                json!({ "partner_id": ours, "kind": "benefit", "nature": "time", "words": "=Minder wachten", "amount": 4805, "from": "2027-03", "until": "2027-12" }),
            ),
            (
                &self.member,
                json!({ "partner_id": theirs, "kind": "benefit", "nature": "intangible", "words": "Een goede naam", "amount": null, "certainty": "agreed" }),
            ),
            (
                &self.member,
                json!({ "partner_id": theirs, "is_private": true, "words": "Ontslagronde", "amount": 99_999, "frequency": "once" }),
            ),
        ] {
            self.write(person, &line(&other)).await.expect(201);
        }
        self.with_beginning("2027-01").await;
    }

    async fn with_beginning(&self, month: &str) {
        let path = self.path("/beginning");
        let body = json!({ "month": month });
        tests::if_match(&self.lead, reqwest::Method::PUT, &path, &json!(0), &body).await.expect(204);
    }
}

#[tokio::test]
async fn lines_read_as_a_table_in_both_languages() {
    let room = Room::enter().await;
    room.fill().await;
    for language in ["nl", "en"] {
        let lead = room.file(&room.lead, &format!("format=csv&language={language}")).await;
        assert_eq!(lead.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8; header=present");
        insta::assert_snapshot!(format!("ledger_csv_{language}"), lead.text());
        let member = room.file(&room.member, &format!("format=csv&language={language}")).await.text();
        assert!(member.contains("Ontslagronde") && !lead.text().contains("Ontslagronde"));
    }
    let name = room.file(&room.lead, "format=xlsx&language=nl").await;
    let name = name.headers[header::CONTENT_DISPOSITION].to_str().unwrap().to_owned();
    assert!(name.contains("Taal%20in%20het%20gezin%20%E2%80%93%20Kosten%20en%20baten.xlsx"), "{name}");
    room.observer.get(&room.path("/export?format=csv")).await.expect_problem(403, "forbidden");
    room.lead.get(&room.path("/export?format=docx")).await.expect_problem(400, "invalid_request");
}

#[tokio::test]
async fn a_workbook_holds_the_lines_and_five_years_as_numbers() {
    let room = Room::enter().await;
    room.fill().await;
    let reply = room.file(&room.lead, "format=xlsx&language=nl").await;
    let [lines, overview] = ["Regels", "Overzicht"].map(|sheet| cells(&reply, sheet));
    let text = |words: &str| Data::String(words.to_owned());
    // Ten euros a month, of which four for us; eighty hours and five minutes for us.
    assert_eq!(lines[1][3..6], [text("Zaalhuur"), text("Twee avonden,\nin de \"grote\" zaal"), Data::Float(10.0)]);
    assert_eq!(lines[0][11], text("Bibliotheek Zuid"));
    assert_eq!(lines[1][11], Data::Float(4.0));
    assert_eq!(lines[2][3], text("=Minder wachten"), "what somebody wrote is no formula");
    assert_eq!(lines[2][5], Data::Float(4805.0 / 60.0));
    assert_eq!(lines.len(), 4, "the heading, and what everybody sees");
    let first_year = |row: usize| (&overview[row][0], &overview[row][2], &overview[row][3]);
    assert_eq!(first_year(1), (&text("2027-01"), &text("kost (geld)"), &Data::Float(120.0)));
    assert_eq!(first_year(3), (&text("2027-01"), &text("blijft over (geld)"), &Data::Float(-120.0)));
    assert_eq!(overview.len(), 1 + 5 * 6);
}

#[tokio::test]
async fn a_program_gets_what_people_read() {
    let room = Room::enter().await;
    room.fill().await;
    for person in [&room.lead, &room.member] {
        assert_eq!(room.file(person, "format=json").await.json(), room.seen(person).await);
    }
}

/// The rows of a sheet, as a program that is not ours reads them.
fn cells(file: &Reply, sheet: &str) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(file.body.clone())).unwrap();
    workbook.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

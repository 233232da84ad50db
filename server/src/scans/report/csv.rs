//! A report as CSV (RFC 4180), for a spreadsheet: one line for each figure, and nothing that the page does not show.

use ::csv::Error;
use uuid::Uuid;

use super::basis::ItemId;
use super::content::{Beyond, CellShown, Content, Item};
use crate::entity::account::Language;
use crate::partnerships::PartnerName;
use crate::scans::instrument::Statement;
use crate::tables;

/// The report as CSV.
pub(super) fn render(content: &Content, partners: &[PartnerName], language: Language) -> Result<Vec<u8>, Error> {
    let words = Words { partners, dutch: language == Language::Nl };
    let header = [
        words.pick("onderwerp", "topic"),
        words.pick("cijfer", "figure"),
        words.pick("van", "of"),
        words.pick("waarde", "value"),
    ];
    let mut rows = vec![header.map(ToOwned::to_owned).to_vec()];
    rows.extend(response_rows(content, &words));
    rows.extend(content.items.iter().flat_map(|item| item_rows(item, &words)));
    rows.extend(content.words.iter().map(|text| {
        vec![words.pick("open vraag", "open question").to_owned(), String::new(), String::new(), text.clone()]
    }));
    tables::file(rows)
}

fn response_rows(content: &Content, words: &Words<'_>) -> Vec<Vec<String>> {
    let response = &content.response;
    let row = |nl: &str, en: &str, value: String| {
        vec![words.pick("respons", "response").to_owned(), words.pick(nl, en).to_owned(), String::new(), value]
    };
    vec![
        row("gevraagd", "invited", response.invited.to_string()),
        row("verstuurd", "sent", response.sent.to_string()),
        row("aandeel (%)", "share (%)", response.share.to_string()),
        row("aandeel per partner (%)", "share by partner (%)", response.balanced.to_string()),
        row("dekking (%)", "coverage (%)", response.coverage.to_string()),
    ]
}

fn item_rows(item: &Item, words: &Words<'_>) -> Vec<Vec<String>> {
    let name = words.item(&item.id);
    let row = |nl: &str, en: &str, of: String, value: String| {
        vec![name.clone(), words.pick(nl, en).to_owned(), of, value]
    };
    let plain = |nl: &str, en: &str, value: Option<String>| value.map(|value| row(nl, en, String::new(), value));
    let mut rows = vec![row("weet ik niet (%)", "don't know (%)", String::new(), item.dont_know.to_string())];
    rows.extend(plain("belang (%)", "importance (%)", item.importance.map(|share| share.to_string())));
    if let Some(figures) = &item.figures {
        rows.extend(plain("score", "score", Some(words.number(figures.score))));
        rows.extend(plain("gemiddelde per persoon", "mean by person", Some(words.number(figures.people_mean))));
        rows.extend(plain("eensgezindheid", "agreement", Some(words.number(figures.agreement))));
        rows.extend(plain(
            "verschil tussen partners",
            "gap between partners",
            figures.gap.map(|gap| words.number(gap)),
        ));
        rows.extend(plain("prioriteit", "priority", figures.priority.map(|priority| priority.to_string())));
        rows.extend(figures.cells.iter().map(|cell| row("gemiddelde", "mean", words.cell(cell), words.mean(cell))));
    }
    rows
}

struct Words<'a> {
    partners: &'a [PartnerName],
    dutch: bool,
}

impl Words<'_> {
    fn pick<'b>(&self, nl: &'b str, en: &'b str) -> &'b str {
        if self.dutch { nl } else { en }
    }

    fn item(&self, id: &str) -> String {
        let factor = match ItemId::try_from(id.to_owned()) {
            Ok(ItemId::Factor(factor) | ItemId::Statement(Statement::About(factor, _))) => factor,
            Ok(ItemId::Statement(Statement::Effort)) => return self.pick("Inspanning", "Effort").to_owned(),
            Ok(ItemId::Statement(Statement::Yield)) => return self.pick("Opbrengst", "Yield").to_owned(),
            Err(_) => return id.to_owned(),
        };
        factor.name(self.dutch).to_owned()
    }

    fn cell(&self, cell: &CellShown) -> String {
        let name = |id: &Uuid| {
            let known = self.partners.iter().find(|partner| partner.id == *id);
            known.map_or_else(|| id.to_string(), |partner| partner.name.clone())
        };
        cell.partners.iter().map(name).collect::<Vec<_>>().join(" + ")
    }

    fn mean(&self, cell: &CellShown) -> String {
        let mean = self.number(cell.mean);
        match cell.beyond {
            Some(Beyond::AtMost) => format!("≤ {mean}"),
            Some(Beyond::AtLeast) => format!("≥ {mean}"),
            None => mean,
        }
    }

    /// With one decimal, as the language writes it.
    fn number(&self, value: f64) -> String {
        let number = format!("{value:.1}");
        if self.dutch { number.replace('.', ",") } else { number }
    }
}

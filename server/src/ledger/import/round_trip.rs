//! What an export writes, an import reads: the same lines, in both languages.

use proptest::prelude::*;
use uuid::Uuid;

use super::rows::{Bringer, row};
use super::table;
use crate::clock::{Clock as _, SystemClock};
use crate::entity::ledger_line::{Certainty, Frequency, Kind, Nature};
use crate::files::Language;
use crate::ledger::api::{Beginning, Ledger, LedgerChecks, LedgerLine, OwnLedgerLine, Share};
use crate::ledger::entry::Entry;
use crate::ledger::export;
use crate::ledger::method::{Checks, Month};
use crate::partnerships::{PartnerName, Person};
use crate::tables;

const OURS: Uuid = Uuid::from_u128(1);
const THEIRS: Uuid = Uuid::from_u128(2);
/// Words in which something of a table or a formula stands.
const WORDS: &str = "[='+@\\-,;\"\t ＝aZ0-9€]{0,12}[a-z][='+@\\-,;\" ＝aZ😀é]{0,12}";
const NOTE: &str = "([='+@\\-,;\"\t\n aZ😀]{0,20}[a-z]\n?[=\"',; a]{0,9})?";

fn partners() -> Vec<PartnerName> {
    let partner = |id, name: &str| PartnerName { id, name: name.to_owned(), mark: 0, is_active: true };
    vec![partner(OURS, "Bibliotheek \"Zuid\", en meer"), partner(THEIRS, "Zorggroep Maas")]
}

fn month() -> impl Strategy<Value = Option<Month>> {
    proptest::option::of(
        (2020..2040_i32, 1..=12_u32)
            .prop_filter_map("a month", |(year, month)| Month::read(&format!("{year:04}-{month:02}"))),
    )
}

prop_compose! {
    fn written()(
        words in WORDS,
        note in NOTE,
        whose in prop_oneof![Just(None), Just(Some(OURS))],
        is_private in any::<bool>(),
        kind in prop_oneof![Just(Kind::Cost), Just(Kind::Benefit)],
        nature in prop_oneof![Just(Nature::Money), Just(Nature::Time), Just(Nature::Intangible)],
        amount in 1..=1_000_000_000_000_i64,
        shares in (0..=1_000_000_000_000_i64, 0..=1_000_000_000_000_i64),
        frequency in prop_oneof![Just(Frequency::Once), Just(Frequency::Monthly), Just(Frequency::Yearly)],
        (from, until) in (month(), month()),
        certainty in prop_oneof![Just(Certainty::Assumed), Just(Certainty::Agreed), Just(Certainty::Realised)],
    ) -> OwnLedgerLine {
        let is_shared = whose.is_none() && nature != Nature::Intangible;
        let share = |partner_id, amount| Share { partner_id, amount };
        OwnLedgerLine {
            partner_id: whose,
            is_private: is_private && whose.is_some(),
            kind,
            nature,
            words,
            note,
            amount: (nature != Nature::Intangible).then_some(amount),
            frequency,
            from: from.map(|month| month.to_string()),
            until: until.filter(|until| frequency != Frequency::Once && from.is_none_or(|from| from <= *until))
                .map(|month| month.to_string()),
            certainty,
            shares: if is_shared { vec![share(OURS, shares.0), share(THEIRS, shares.1)] } else { Vec::new() },
        }
    }
}

fn line(entry: &Entry) -> LedgerLine {
    let share = |(&partner_id, &amount): (&Uuid, &i64)| Share { partner_id, amount };
    LedgerLine {
        id: Uuid::nil(),
        partner_id: entry.partner,
        is_private: entry.is_private,
        kind: entry.kind,
        nature: entry.nature,
        words: entry.words.clone(),
        note: entry.note.clone(),
        amount: entry.amount,
        frequency: entry.frequency,
        from: entry.from.map(|month| month.to_string()),
        until: entry.until.map(|month| month.to_string()),
        certainty: entry.certainty,
        shares: entry.shares.iter().map(share).collect(),
        changed_by: Person::new(Uuid::nil(), None),
        changed_at: SystemClock.now(),
        version: 1,
    }
}

proptest! {
    #[test]
    fn every_line_comes_back_as_it_was(lines in prop::collection::vec(written(), 1..6), is_dutch in any::<bool>()) {
        let entries: Vec<Entry> = lines.iter().filter_map(|line| Entry::read(line).ok()).collect();
        prop_assume!(entries.len() == lines.len());
        let ledger = Ledger {
            beginning: Beginning { month: "2027-01".to_owned(), version: 0 },
            lines: entries.iter().map(line).collect(),
            years: Vec::new(),
            checks: LedgerChecks::from(Checks::default()),
        };
        let language = if is_dutch { Language::Nl } else { Language::En };
        let file = tables::file(export::lines_as_text(&ledger, language, partners())).unwrap();
        let text = String::from_utf8(file).unwrap();
        let bringer = Bringer { own: Some(OURS), otherwise: None, partners: partners() };
        let said = table::read(&text, &bringer.partners).unwrap();
        let read: Vec<_> = said.iter().map(|said| row(said, &bringer)).collect();
        for (row, _) in &read {
            prop_assert!(row.refused.is_empty(), "{row:?} in {text}");
        }
        let read: Vec<Entry> = read.into_iter().filter_map(|(_, entry)| entry).collect();
        prop_assert_eq!(read, entries);
    }
}

//! What an export calls things, in the language of whoever asked.

use uuid::Uuid;

use crate::entity::ledger_line::{Certainty, Frequency, Kind, Nature};
use crate::files::Language;
use crate::partnerships::PartnerName;
use crate::tables::Cell;

/// The words of an export.
pub(super) struct Wording {
    pub(super) language: Language,
    pub(super) partners: Vec<PartnerName>,
}

impl Wording {
    /// The word in the language.
    pub(super) fn pick(&self, nl: &'static str, en: &'static str) -> &'static str {
        self.language.pick(nl, en)
    }

    /// Whose something is.
    pub(super) fn whose(&self, partner: Option<Uuid>) -> String {
        let Some(id) = partner else { return self.pick("samen", "together").to_owned() };
        let known = self.partners.iter().find(|partner| partner.id == id);
        known.map_or_else(|| id.to_string(), |partner| partner.name.clone())
    }

    pub(super) fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Cost => self.pick("kosten", "cost"),
            Kind::Benefit => self.pick("baten", "benefit"),
        }
    }

    pub(super) fn nature(&self, nature: Nature) -> &'static str {
        match nature {
            Nature::Money => self.pick("geld", "money"),
            Nature::Time => self.pick("tijd", "time"),
            Nature::Intangible => self.pick("in woorden", "in words"),
        }
    }

    pub(super) fn frequency(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Once => self.pick("eenmalig", "once"),
            Frequency::Monthly => self.pick("per maand", "monthly"),
            Frequency::Yearly => self.pick("per jaar", "yearly"),
        }
    }

    pub(super) fn certainty(&self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::Assumed => self.pick("aanname", "assumed"),
            Certainty::Agreed => self.pick("afgesproken", "agreed"),
            Certainty::Realised => self.pick("gerealiseerd", "realised"),
        }
    }

    /// A cell as text: euros with their cents after a comma or a point, hours as on a clock.
    pub(super) fn text(&self, cell: Cell) -> String {
        match cell {
            Cell::Text(words) => words,
            Cell::Euros(cents) => {
                let mark = self.pick(",", ".");
                format!("{}{}{mark}{:02}", sign(cents), cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
            }
            Cell::Hours(minutes) => {
                format!("{}{}:{:02}", sign(minutes), minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60)
            }
            Cell::Nothing => String::new(),
        }
    }
}

fn sign(amount: i64) -> &'static str {
    if amount < 0 { "-" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_to_the_cent_and_the_minute() {
        let wording = |language| Wording { language, partners: Vec::new() };
        let (nl, en) = (wording(Language::Nl), wording(Language::En));
        assert_eq!(nl.text(Cell::Euros(123_405)), "1234,05");
        assert_eq!(en.text(Cell::Euros(-29)), "-0.29");
        assert_eq!(nl.text(Cell::Hours(4805)), "80:05");
        assert_eq!(nl.text(Cell::Hours(-90)), "-1:30");
    }
}

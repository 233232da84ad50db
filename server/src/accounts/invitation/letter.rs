//! What an invitation says.

use crate::entity::account::Language;
use crate::mail::{Letter, LetterAction};

pub(super) fn invitation(language: Language, name: &str, invited_to: &str, address: String) -> Letter {
    match language {
        Language::Nl => Letter {
            subject: format!("Je bent uitgenodigd: {invited_to}"),
            paragraphs: vec![
                format!("Dag {name},"),
                format!(
                    "Je bent uitgenodigd om mee te doen met {invited_to} op Samenspel, de plek waar organisaties \
                     die iets niet alleen kunnen het samen opschrijven en verdelen."
                ),
                "Kies een wachtwoord om te beginnen. De link werkt één keer, en zeven dagen lang.".into(),
            ],
            action: Some(LetterAction { label: "Uitnodiging aannemen".into(), address }),
            reason:
                "Je krijgt deze mail omdat iemand dit adres heeft uitgenodigd. Verwachtte je dat niet, doe dan \
                     niets: zonder jou gebeurt er niets."
                    .into(),
        },
        Language::En => Letter {
            subject: format!("You are invited: {invited_to}"),
            paragraphs: vec![
                format!("Hello {name},"),
                format!(
                    "You are invited to take part in {invited_to} on Samenspel, the place where organisations that \
                     cannot do something alone write it down and divide it together."
                ),
                "Choose a password to begin. The link works once, and for seven days.".into(),
            ],
            action: Some(LetterAction { label: "Accept the invitation".into(), address }),
            reason:
                "You get this mail because somebody invited this address. If you did not expect it, do nothing: \
                     without you nothing happens."
                    .into(),
        },
    }
}

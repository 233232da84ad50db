//! What is mailed about an account.

use crate::entity::account::Language;
use crate::mail::{Letter, LetterAction};

/// Words in both languages.
struct Words {
    subject: String,
    paragraphs: Vec<String>,
    label: &'static str,
    reason: &'static str,
}

impl Words {
    fn letter(self, address: Option<String>) -> Letter {
        Letter {
            subject: self.subject,
            paragraphs: self.paragraphs,
            action: address.map(|address| LetterAction { label: self.label.into(), address }),
            reason: self.reason.into(),
            groups: Vec::new(),
            unsubscribe: None,
        }
    }
}

/// Somebody may begin. `invited_to` is what they are invited to, by its name.
pub(super) fn invitation(language: Language, name: &str, invited_to: &str, address: String) -> Letter {
    let words = match language {
        Language::Nl => Words {
            subject: format!("Je bent uitgenodigd: {invited_to}"),
            paragraphs: vec![
                format!("Dag {name},"),
                format!(
                    "Je bent uitgenodigd om mee te doen met {invited_to} op Samenspel: de plek waar organisaties die \
                     iets niet alleen kunnen, samen opschrijven wat ze willen en wie wat doet."
                ),
                "Kies een wachtwoord om te beginnen. De link werkt één keer, zeven dagen lang.".into(),
            ],
            label: "Begin",
            reason: "Iemand heeft dit adres uitgenodigd. Verwachtte je dat niet? Doe dan niets: zonder jou gebeurt \
                     er niets.",
        },
        Language::En => Words {
            subject: format!("You are invited: {invited_to}"),
            paragraphs: vec![
                format!("Hello {name},"),
                format!(
                    "You are invited to take part in {invited_to} on Samenspel: the place where organisations that \
                     cannot do something alone write down together what they want and who does what."
                ),
                "Choose a password to begin. The link works once, for seven days.".into(),
            ],
            label: "Begin",
            reason: "Somebody invited this address. You did not expect that? Then do nothing: without you nothing \
                     happens.",
        },
    };
    words.letter(Some(address))
}

/// Who asked for a link with which somebody chooses a new password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asker {
    /// Somebody on the sign-in page.
    Somebody,
    /// Who administers the organisation.
    Administrator,
}

/// Somebody forgot their password, or says so, or is helped by who administers their organisation.
pub(super) fn password_reset(language: Language, name: &str, asker: Asker, address: String) -> Letter {
    let words = match language {
        Language::Nl => Words {
            subject: "Kies een nieuw wachtwoord".into(),
            paragraphs: vec![
                format!("Dag {name},"),
                "Met deze link kies je een nieuw wachtwoord. Hij werkt één keer, een half uur lang. Daarna ben je \
                 overal afgemeld en meld je je aan met het nieuwe wachtwoord."
                    .into(),
            ],
            label: "Nieuw wachtwoord kiezen",
            reason: match asker {
                Asker::Somebody => {
                    "Iemand vroeg hierom op de aanmeldpagina. Was jij dat niet? Doe dan niets: je wachtwoord blijft \
                     zoals het is."
                }
                Asker::Administrator => {
                    "De beheerder van je organisatie vroeg dit voor je aan. Heb je het niet nodig? Doe dan niets: je \
                     wachtwoord blijft zoals het is."
                }
            },
        },
        Language::En => Words {
            subject: "Choose a new password".into(),
            paragraphs: vec![
                format!("Hello {name},"),
                "With this link you choose a new password. It works once, for half an hour. After that you are \
                 signed out everywhere, and sign in with the new password."
                    .into(),
            ],
            label: "Choose a new password",
            reason: match asker {
                Asker::Somebody => {
                    "Somebody asked for this on the sign-in page. It was not you? Then do nothing: your password \
                     stays as it is."
                }
                Asker::Administrator => {
                    "The administrator of your organisation asked for this on your behalf. You do not need it? Then \
                     do nothing: your password stays as it is."
                }
            },
        },
    };
    words.letter(Some(address))
}

/// A password was changed: whoever did not do that must know.
pub(super) fn password_changed(language: Language, name: &str, address: String) -> Letter {
    let words = match language {
        Language::Nl => Words {
            subject: "Je wachtwoord is gewijzigd".into(),
            paragraphs: vec![
                format!("Dag {name},"),
                "Het wachtwoord van je account is zojuist gewijzigd. Was jij dat, dan hoef je niets te doen.".into(),
                "Was jij het niet? Kies dan meteen een nieuw wachtwoord via “Wachtwoord vergeten” en vertel het de \
                 beheerder van je organisatie."
                    .into(),
            ],
            label: "Naar Samenspel",
            reason: "Je krijgt dit bericht altijd als je wachtwoord verandert.",
        },
        Language::En => Words {
            subject: "Your password was changed".into(),
            paragraphs: vec![
                format!("Hello {name},"),
                "The password of your account was changed just now. If that was you, there is nothing to do.".into(),
                "It was not you? Then choose a new one at once with “Forgotten your password”, and tell the \
                 administrator of your organisation."
                    .into(),
            ],
            label: "To Samenspel",
            reason: "You always get this message when your password changes.",
        },
    };
    words.letter(Some(address))
}

/// Somebody wants to be reached here from now on; goes to the new address.
pub(super) fn address_change(language: Language, name: &str, address: String) -> Letter {
    let words = match language {
        Language::Nl => Words {
            subject: "Bevestig je nieuwe e-mailadres".into(),
            paragraphs: vec![
                format!("Dag {name},"),
                "Je wilt je voortaan met dit adres aanmelden. Bevestig dat het van jou is. De link werkt één keer, \
                 een dag lang; tot die tijd geldt je oude adres."
                    .into(),
            ],
            label: "Dit adres bevestigen",
            reason: "Iemand met een account op Samenspel gaf dit adres op. Was jij dat niet? Doe dan niets.",
        },
        Language::En => Words {
            subject: "Confirm your new e-mail address".into(),
            paragraphs: vec![
                format!("Hello {name},"),
                "You want to sign in with this address from now on. Confirm that it is yours. The link works once, \
                 for a day; until then your old address stays."
                    .into(),
            ],
            label: "Confirm this address",
            reason: "Somebody with an account on Samenspel gave this address. It was not you? Then do nothing.",
        },
    };
    words.letter(Some(address))
}

/// An address was changed: goes to the old one.
pub(super) fn address_changed(language: Language, name: &str, new_address: &str) -> Letter {
    let words = match language {
        Language::Nl => Words {
            subject: "Je e-mailadres is gewijzigd".into(),
            paragraphs: vec![
                format!("Dag {name},"),
                format!("Je meldt je voortaan aan met {new_address}; dit adres hoort niet meer bij je account."),
                "Was jij dat niet? Vertel het meteen de beheerder van je organisatie.".into(),
            ],
            label: "",
            reason: "Je krijgt dit bericht altijd als je adres verandert.",
        },
        Language::En => Words {
            subject: "Your e-mail address was changed".into(),
            paragraphs: vec![
                format!("Hello {name},"),
                format!(
                    "You sign in with {new_address} from now on; this address is not of your account any more."
                ),
                "It was not you? Then tell the administrator of your organisation at once.".into(),
            ],
            label: "",
            reason: "You always get this message when your address changes.",
        },
    };
    words.letter(None)
}

/// Somebody is asked to show that mail reaches them.
pub(super) fn verification(language: Language, name: &str, address: String) -> Letter {
    let words = match language {
        Language::Nl => Words {
            subject: "Bevestig je e-mailadres".into(),
            paragraphs: vec![
                format!("Dag {name},"),
                "Bevestig dat mail op dit adres je bereikt. De link werkt één keer, een dag lang.".into(),
            ],
            label: "Dit adres bevestigen",
            reason: "Je vroeg hierom op je eigen pagina van Samenspel.",
        },
        Language::En => Words {
            subject: "Confirm your e-mail address".into(),
            paragraphs: vec![
                format!("Hello {name},"),
                "Confirm that mail to this address reaches you. The link works once, for a day.".into(),
            ],
            label: "Confirm this address",
            reason: "You asked for this on your own page of Samenspel.",
        },
    };
    words.letter(Some(address))
}

//! What is mailed about a partnership: names and titles, never what is written in it.

use sea_orm::DbErr;

use super::change::Change;
use crate::entity::account::{self, Language};
use crate::mail::{self, Letter, LetterAction};
use crate::notifications;

/// Somebody of one's own organisation wants to begin a partnership; to those who decide about that.
pub(super) fn own_start(language: Language, name: &str, who: &str, partnership: &str, address: &str) -> Letter {
    match language {
        Language::Nl => letter(
            format!("Doet je organisatie mee met {partnership}?"),
            vec![
                format!("Dag {name},"),
                format!(
                    "{who} wil namens jullie organisatie het samenwerkingsverband {partnership} beginnen. Als \
                     beheerder beslis jij of jullie meedoen, en wie namens jullie mag beslissen."
                ),
            ],
            ("Bekijken en beslissen", address),
            "Je krijgt dit bericht omdat je je organisatie op Samenspel beheert.",
        ),
        Language::En => letter(
            format!("Does your organisation take part in {partnership}?"),
            vec![
                format!("Hello {name},"),
                format!(
                    "{who} wants to begin the partnership {partnership} on behalf of your organisation. As its \
                     administrator you decide whether you take part, and who may decide for you."
                ),
            ],
            ("Look and decide", address),
            "You get this message because you administer your organisation on Samenspel.",
        ),
    }
}

/// An organisation is asked to take part; to those who decide about that.
pub(super) fn invitation(language: Language, name: &str, who: &str, partnership: &str, address: &str) -> Letter {
    match language {
        Language::Nl => letter(
            format!("Uitnodiging: {partnership}"),
            vec![
                format!("Dag {name},"),
                format!(
                    "{who} nodigt jullie organisatie uit voor het samenwerkingsverband {partnership}. Als beheerder \
                     beslis jij of jullie meedoen, en wie namens jullie mag beslissen."
                ),
            ],
            ("Bekijken en beslissen", address),
            "Je krijgt dit bericht omdat je je organisatie op Samenspel beheert.",
        ),
        Language::En => letter(
            format!("Invitation: {partnership}"),
            vec![
                format!("Hello {name},"),
                format!(
                    "{who} invites your organisation to the partnership {partnership}. As its administrator you \
                     decide whether you take part, and who may decide for you."
                ),
            ],
            ("Look and decide", address),
            "You get this message because you administer your organisation on Samenspel.",
        ),
    }
}

/// Somebody who has an account is asked to take part for no partner.
pub(super) fn guest(language: Language, name: &str, who: &str, partnership: &str, address: &str) -> Letter {
    match language {
        Language::Nl => letter(
            format!("Uitnodiging: {partnership}"),
            vec![
                format!("Dag {name},"),
                format!(
                    "{who} vraagt je mee te doen met het samenwerkingsverband {partnership}, los van de partners. Je \
                     beslist zelf."
                ),
            ],
            ("Bekijken en beslissen", address),
            "Je krijgt dit bericht omdat een trekker op Samenspel je adres opgaf.",
        ),
        Language::En => letter(
            format!("Invitation: {partnership}"),
            vec![
                format!("Hello {name},"),
                format!(
                    "{who} asks you to take part in the partnership {partnership}, apart from its partners. You \
                     decide yourself."
                ),
            ],
            ("Look and decide", address),
            "You get this message because a lead on Samenspel gave your address.",
        ),
    }
}

fn letter(subject: String, paragraphs: Vec<String>, action: (&str, &str), reason: &str) -> Letter {
    let (label, address) = action;
    Letter {
        subject,
        paragraphs,
        action: Some(LetterAction { label: label.into(), address: address.into() }),
        reason: reason.into(),
        groups: Vec::new(),
        unsubscribe: None,
    }
}

/// Sends a letter that asks somebody for a decision, unless they want no mail about what happens to them: then they find
/// the question among their notifications.
pub(super) async fn send(change: &Change<'_>, to: &account::Model, letter: Letter) -> Result<(), DbErr> {
    let (app, db) = (change.app, &change.transaction);
    if !notifications::wants_mail(db, to.id).await? {
        return Ok(());
    }
    let unsubscribe = notifications::unsubscribe(app, to.id, to.language);
    let letter = Letter { unsubscribe, ..letter };
    mail::queue(db, &to.email, to.language, &letter, app.clock.now()).await
}

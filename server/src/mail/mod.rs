//! Mail: written in the transaction that gives reason for it, and sent afterwards ([`send_mail`]).
//!
//! A letter is set as text and as HTML when it is queued, so that it says what was true then. It leaves through SMTP; an
//! installation without SMTP keeps its mail in a folder, where a demo shows it to whoever looks. What is queued holds
//! the secret of its link, and so is taken away as soon as it was handed on.

mod folder;
mod outbox;
mod sending;
mod setting;
mod store;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use utoipa_actix_web::service_config::ServiceConfig;

pub use self::sending::send_mail;
use crate::entity::account::Language;
use crate::entity::outgoing_mail;
use crate::ids;

/// The addresses of this feature.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(outbox::outbox);
}

/// What a mail says, in the language of whoever gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject: one line.
    pub subject: String,
    /// What it says, a paragraph each.
    pub paragraphs: Vec<String>,
    /// What it tells of, by where that happened.
    pub groups: Vec<LetterGroup>,
    /// The one thing to do about it.
    pub action: Option<LetterAction>,
    /// Why they get it: one sentence in small print.
    pub reason: String,
    /// How they get no more of its kind; none for mail that somebody cannot do without.
    pub unsubscribe: Option<Unsubscribe>,
}

/// Several things that happened in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterGroup {
    /// What the place is called.
    pub title: String,
    /// A sentence each.
    pub lines: Vec<String>,
}

/// How somebody ends mail like this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsubscribe {
    /// What the link in the mail says.
    pub label: String,
    /// The page to which it leads, with a secret after the `#`.
    pub page: String,
    /// The address to which a program for mail posts at the press of a button (RFC 8058).
    pub one_click: String,
}

/// A button in a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterAction {
    /// What it says.
    pub label: String,
    /// Where it leads: an address of ours, with a secret after the `#` if there is one.
    pub address: String,
}

/// Has a letter sent, once the transaction is committed.
pub async fn queue(
    db: &impl ConnectionTrait,
    recipient: &str,
    language: Language,
    letter: &Letter,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mail = outgoing_mail::Model {
        id: ids::unordered(),
        recipient: recipient.to_owned(),
        // Names that people chose stand in subjects: a line break in one would begin another header.
        subject: letter.subject.replace(char::is_control, " "),
        html: setting::html(letter, language),
        plain: setting::plain(letter),
        unsubscribe: letter.unsubscribe.as_ref().map(|unsubscribe| unsubscribe.one_click.clone()),
        created_at: at,
        due_at: at,
        attempts: 0,
    };
    store::add(db, mail).await
}

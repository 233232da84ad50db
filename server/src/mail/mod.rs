//! Mail: written in the transaction that gives reason for it, sent afterwards.
//!
//! A letter is set as text and as HTML when it is queued, so that what is sent is what was true then. It leaves through
//! SMTP; an installation without SMTP keeps its mail in a folder.

mod setting;

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait as _};

use crate::entity::account::Language;
use crate::entity::outgoing_mail;
use crate::ids;

/// What a mail says, in the language of whoever gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject: one line.
    pub subject: String,
    /// What it says, a paragraph each.
    pub paragraphs: Vec<String>,
    /// The one thing to do about it.
    pub action: Option<LetterAction>,
    /// Why they get it: one sentence in small print.
    pub reason: String,
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
    let mail = outgoing_mail::ActiveModel {
        id: Set(ids::unordered()),
        recipient: Set(recipient.to_owned()),
        subject: Set(letter.subject.clone()),
        html: Set(setting::html(letter, language)),
        plain: Set(setting::plain(letter)),
        created_at: Set(at),
        due_at: Set(at),
        attempts: Set(0),
    };
    outgoing_mail::Entity::insert(mail).exec_without_returning(db).await?;
    Ok(())
}

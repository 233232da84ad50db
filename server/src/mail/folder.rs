//! Mail of an installation without SMTP: a file each, for whoever runs it.

use std::io;
use std::path::Path;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::entity::outgoing_mail;

/// A mail as it lies in the folder.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = OutboxMail)]
pub(super) struct Filed {
    pub(super) id: Uuid,
    /// To whom it goes.
    pub(super) to: String,
    pub(super) subject: String,
    /// The mail as text.
    pub(super) plain: String,
    /// The mail as HTML.
    pub(super) html: String,
    /// The address that ends mail like this with one request (RFC 8058), as its header says it; null for mail that
    /// somebody cannot do without.
    #[serde(default)]
    #[schema(required)]
    pub(super) unsubscribe: Option<String>,
    /// When it was written.
    pub(super) at: DateTime<Utc>,
}

/// Puts a mail into the folder. Its name begins with its time, so that a folder reads in order.
pub(super) async fn put(folder: &Path, mail: &outgoing_mail::Model) -> io::Result<()> {
    let filed = Filed {
        id: mail.id,
        to: mail.recipient.clone(),
        subject: mail.subject.clone(),
        plain: mail.plain.clone(),
        html: mail.html.clone(),
        unsubscribe: mail.unsubscribe.clone(),
        at: mail.created_at,
    };
    let name = format!("{}-{}.json", mail.created_at.format("%Y%m%dT%H%M%S%.6fZ"), mail.id);
    let (folder, text) = (folder.to_owned(), serde_json::to_vec_pretty(&filed)?);
    on_a_thread(move || {
        std::fs::create_dir_all(&folder)?;
        // Seen whole or not at all.
        let unfinished = folder.join(format!(".{name}"));
        std::fs::write(&unfinished, text)?;
        std::fs::rename(unfinished, folder.join(name))
    })
    .await
}

/// The newest mails in the folder, the newest first.
pub(super) async fn newest(folder: &Path, limit: usize) -> io::Result<Vec<Filed>> {
    let folder = folder.to_owned();
    on_a_thread(move || {
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        let mut names = names.collect::<io::Result<Vec<_>>>()?;
        let is_mail =
            |name: &str| Path::new(name).extension().is_some_and(|end| end == "json") && !name.starts_with('.');
        names.retain(|name| is_mail(name));
        names.sort_unstable_by(|one, other| other.cmp(one));
        let newest = names.iter().take(limit);
        newest.map(|name| Ok(serde_json::from_slice(&std::fs::read(folder.join(name))?)?)).collect()
    })
    .await
}

async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await?
}

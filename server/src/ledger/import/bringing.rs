//! A table is looked at, and brought in as it was shown.

use std::collections::HashSet;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::api::{LedgerImportPreview, LedgerImportRow, LedgerTable};
use super::rows::{Bringer, row};
use super::table;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::ledger::entry::Entry;
use crate::ledger::error::LedgerError;
use crate::ledger::keeping::{self, check_writes_for};
use crate::ledger::store;
use crate::partnerships::{Desk, Membership, partner_names};
use crate::versions::hash;

/// In bytes: four hundred long lines, with shares of many partners.
const LONGEST: usize = 200_000;

/// Says what would come of a table, and changes nothing.
pub(super) async fn preview(
    app: &App,
    me: &Membership,
    table: &LedgerTable,
) -> Result<LedgerImportPreview, LedgerError> {
    me.may(Action::SpeakForOneself)?;
    Ok(look(app.database.reader(), me, table).await?.0)
}

/// Brings in what a preview showed, all of it; gives how many lines that are.
pub(super) async fn import(
    app: &App,
    me: &Membership,
    client: &Client,
    table: &LedgerTable,
    digest: &str,
) -> Result<usize, LedgerError> {
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let (shown, entries) = look(&desk.transaction, &desk.me, table).await?;
    if shown.digest != digest {
        return Err(LedgerError::ShownAnew);
    }
    if shown.too_many {
        return Err(LedgerError::refused("text", "too_many"));
    }
    if shown.rows.iter().any(|row| !row.refused.is_empty()) {
        return Err(LedgerError::refused("text", "rows_refused"));
    }
    let added = entries.len();
    for entry in entries {
        let new = entry.written(&desk, None);
        keeping::write(&mut desk, &new).await?;
    }
    desk.close().await?;
    Ok(added)
}

/// What would come of it, and the lines that make sense.
async fn look(
    db: &impl ConnectionTrait,
    me: &Membership,
    table: &LedgerTable,
) -> Result<(LedgerImportPreview, Vec<Entry>), LedgerError> {
    check_writes_for(me, table.partner_id)?;
    if table.text.len() > LONGEST {
        return Err(LedgerError::refused("text", "too_long"));
    }
    let bringer = Bringer {
        own: me.partner.as_ref().map(|partner| partner.id),
        otherwise: table.partner_id,
        partners: partner_names(db, me).await?,
    };
    let said = table::read(&table.text, &bringer.partners).map_err(|code| LedgerError::refused("text", code))?;
    let before: Vec<Entry> = store::all(db, me).await?.iter().map(Entry::of).collect();
    let (mut rows, mut entries) = (Vec::new(), Vec::new());
    for said in &said {
        let (mut row, entry) = row(said, &bringer);
        row.twice = entry.as_ref().is_some_and(|entry| before.contains(entry) || entries.contains(entry));
        rows.push(row);
        entries.extend(entry);
    }
    let shown =
        LedgerImportPreview { digest: digest(&rows)?, too_many: is_too_many(db, me, &entries).await?, rows };
    Ok((shown, entries))
}

/// Whether there would be more of anybody's lines than there may be.
async fn is_too_many(db: &impl ConnectionTrait, me: &Membership, entries: &[Entry]) -> Result<bool, LedgerError> {
    let whose: HashSet<Option<Uuid>> = entries.iter().map(|entry| entry.partner).collect();
    for partner in whose {
        let new = entries.iter().filter(|entry| entry.partner == partner).count();
        if store::count_of(db, me, partner).await?.saturating_add(new) > keeping::MOST {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The SHA-256 of what is shown, in hexadecimal digits.
fn digest(rows: &[LedgerImportRow]) -> Result<String, LedgerError> {
    Ok(hash(&serde_json::to_string(rows).map_err(LedgerError::Unwritable)?))
}

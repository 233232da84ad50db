//! Lines are written, changed and taken away.

use uuid::Uuid;

use super::api::{NewBeginning, OwnLedgerLine};
use super::entry::Entry;
use super::error::LedgerError;
use super::method::Month;
use super::store::{self, Written};
use super::telling;
use crate::access::{Action, Denied, Role};
use crate::accounts::Client;
use crate::app::App;
use crate::entity::{ledger, ledger_line};
use crate::idempotency::IdempotencyKey;
use crate::ids;
use crate::partnerships::{Audience, Desk, Membership, active_partners, partner_names};
use crate::precondition::IfMatch;
use crate::versions::hash;

/// More than this many joint lines, or of one partner, nobody oversees.
pub(super) const MOST: usize = 200;

/// Writes one down, once however often it is sent; gives its id. What was taken away since is written down again.
pub(super) async fn add(
    app: &App,
    me: &Membership,
    client: &Client,
    IdempotencyKey(key): IdempotencyKey,
    new: &OwnLedgerLine,
) -> Result<Uuid, LedgerError> {
    let entry = Entry::read(new).map_err(LedgerError::Refused)?;
    let sent_hash = hash(&serde_json::to_string(new).map_err(LedgerError::Unwritable)?);
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    if let Some(sent) = store::sent(&desk.transaction, &desk.me, key).await? {
        let same = sent.sent_hash == Some(sent_hash);
        return if same { Ok(sent.id) } else { Err(LedgerError::refused("idempotency_key", "reused")) };
    }
    check_writes_for(&desk.me, entry.partner)?;
    check_shares(&desk, &entry, None).await?;
    if store::count_of(&desk.transaction, &desk.me, entry.partner).await? >= MOST {
        return Err(LedgerError::refused("words", "too_many"));
    }
    let mut written = entry.written(&desk, None);
    (written.line.sent_key, written.line.sent_hash) = (key, key.map(|_| sent_hash));
    let id = written.line.id;
    write(&mut desk, &written).await?;
    desk.close().await?;
    Ok(id)
}

/// Writes something new down of which it was looked at that it may be there.
pub(super) async fn write(desk: &mut Desk<'_>, new: &Written) -> Result<(), LedgerError> {
    store::add(&desk.transaction, new).await?;
    telling::added(desk, &new.line);
    Ok(())
}

/// Writes one anew, if nobody did since it was read; gives its id. Who writes the same again changes nothing.
pub(super) async fn put(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
    new: &OwnLedgerLine,
) -> Result<Uuid, LedgerError> {
    let entry = Entry::read(new).map_err(LedgerError::Refused)?;
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let before = writable(&desk, id).await?;
    read.check(before.line.version)?;
    if entry.partner != before.line.partner_id {
        return Err(LedgerError::refused("partner_id", "fixed"));
    }
    if entry == Entry::of(&before) {
        return Ok(id);
    }
    check_shares(&desk, &entry, Some(&before)).await?;
    let id = if entry.is_private == before.line.is_private {
        let after = entry.written(&desk, Some(&before.line));
        store::put(&desk.transaction, &after).await?;
        telling::changed(&mut desk, &after.line);
        id
    } else {
        replace(&mut desk, &before, entry).await?
    };
    desk.close().await?;
    Ok(id)
}

/// What a partner shows or hides becomes another line: what it was while it was hidden, for how long and how often it was
/// changed, no id, version, place or link of it tells.
async fn replace(desk: &mut Desk<'_>, before: &Written, entry: Entry) -> Result<Uuid, LedgerError> {
    let after = entry.written(desk, None);
    let id = after.line.id;
    telling::removed(desk, &before.line);
    write(desk, &after).await?;
    store::move_links(&desk.transaction, &before.line, &after.line).await?;
    store::remove(&desk.transaction, before.line.id).await?;
    Ok(id)
}

/// Takes one away, if nobody changed it since it was read. A partner can always take back what is its own; what one showed
/// that left, a lead can put aside.
pub(super) async fn remove(
    app: &App,
    me: &Membership,
    client: &Client,
    (id, read): (Uuid, &IfMatch),
) -> Result<(), LedgerError> {
    let mut desk = Desk::open(app, me, client, Action::TakeBack).await?;
    let before = removable(&desk, id).await?;
    let own = desk.me.partner.as_ref().map(|partner| partner.id);
    if before.line.partner_id.is_none() || before.line.partner_id != own {
        desk.me.may(Action::SpeakForOneself)?;
    }
    read.check(before.line.version)?;
    store::remove(&desk.transaction, id).await?;
    telling::removed(&mut desk, &before.line);
    Ok(desk.close().await?)
}

/// Chooses the month in which the years begin, if nobody did since it was read.
pub(super) async fn begin(
    app: &App,
    me: &Membership,
    client: &Client,
    read: &IfMatch,
    new: &NewBeginning,
) -> Result<(), LedgerError> {
    let month = Month::read(&new.month).ok_or_else(|| LedgerError::refused("month", "invalid"))?;
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let before = store::beginning(&desk.transaction, &desk.me).await?;
    let version = before.as_ref().map_or(0, |chosen| chosen.version);
    read.check(version)?;
    let (partnership_id, begins) = (desk.me.partnership_id, month.first_day());
    if before.is_some_and(|chosen| chosen.begins == begins) {
        return Ok(());
    }
    let chosen = ledger::Model { partnership_id, begins, version: version + 1 };
    store::put_beginning(&desk.transaction, chosen).await?;
    let data = serde_json::json!({ "month": month.to_string() });
    desk.happened(Audience::TakingPart, "ledger.begins_changed", partnership_id, data);
    Ok(desk.close().await?)
}

/// One that somebody sees and may change: a joint one, or their own partner's.
async fn writable(desk: &Desk<'_>, id: Uuid) -> Result<Written, LedgerError> {
    let found = store::one(&desk.transaction, &desk.me, id).await?.ok_or(LedgerError::NotFound)?;
    check_writes_for(&desk.me, found.line.partner_id)?;
    Ok(found)
}

/// One that somebody sees and may take away.
async fn removable(desk: &Desk<'_>, id: Uuid) -> Result<Written, LedgerError> {
    let found = store::one(&desk.transaction, &desk.me, id).await?.ok_or(LedgerError::NotFound)?;
    let takes_part = match found.line.partner_id {
        Some(partner) => active_partners(&desk.transaction, &desk.me).await?.contains(&partner),
        None => true,
    };
    if takes_part || desk.me.role != Role::Lead {
        check_writes_for(&desk.me, found.line.partner_id)?;
    }
    Ok(found)
}

/// Nobody writes what another partner costs or gets.
pub(super) fn check_writes_for(me: &Membership, partner: Option<Uuid>) -> Result<(), Denied> {
    let own = me.partner.as_ref().map(|partner| partner.id);
    if partner.is_none() || partner == own { Ok(()) } else { Err(Denied::ByRole) }
}

/// Shares are for partners that take part; who left keeps what it had.
async fn check_shares(desk: &Desk<'_>, entry: &Entry, before: Option<&Written>) -> Result<(), LedgerError> {
    let partners = partner_names(&desk.transaction, &desk.me).await?;
    let is_known = |id: &Uuid| partners.iter().any(|partner| partner.is_active && partner.id == *id);
    let had = |id: &Uuid, amount: &i64| before.is_some_and(|before| before.shares.get(id) == Some(amount));
    if entry.shares.iter().all(|(id, amount)| is_known(id) || had(id, amount)) {
        Ok(())
    } else {
        Err(LedgerError::refused("shares", "unknown"))
    }
}

impl Entry {
    /// What was written down.
    pub(super) fn of(written: &Written) -> Self {
        let line = written.line.clone();
        Self {
            partner: line.partner_id,
            is_private: line.is_private,
            kind: line.kind,
            nature: line.nature,
            words: line.words,
            note: line.note,
            amount: line.amount,
            frequency: line.frequency,
            from: line.from_month.map(Month::of),
            until: line.until_month.map(Month::of),
            certainty: line.certainty,
            shares: written.shares.clone(),
        }
    }

    /// As it is put down by who decides, instead of what there was.
    pub(super) fn written(self, desk: &Desk<'_>, before: Option<&ledger_line::Model>) -> Written {
        let (me, now) = (desk.me.account_id, desk.app.clock.now());
        let line = ledger_line::Model {
            id: before.map_or_else(ids::ordered, |before| before.id),
            partnership_id: desk.me.partnership_id,
            partner_id: self.partner,
            is_private: self.is_private,
            kind: self.kind,
            nature: self.nature,
            words: self.words,
            note: self.note,
            amount: self.amount,
            frequency: self.frequency,
            from_month: self.from.map(Month::first_day),
            until_month: self.until.map(Month::first_day),
            certainty: self.certainty,
            written_by: before.map_or(me, |before| before.written_by),
            written_at: before.map_or(now, |before| before.written_at),
            changed_by: me,
            changed_at: now,
            version: before.map_or(1, |before| before.version + 1),
            sent_key: before.and_then(|before| before.sent_key),
            sent_hash: before.and_then(|before| before.sent_hash.clone()),
        };
        Written { line, shares: self.shares }
    }
}

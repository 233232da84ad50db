//! The SQL of ledgers. Every query starts from who asks.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use super::method::{Line, Month};
use crate::entity::ledger_line::{self, Column};
use crate::entity::{card_link, ledger, ledger_share};
use crate::ids;
use crate::partnerships::Membership;

/// A line with what of it is for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) line: ledger_line::Model,
    /// By partner; more than nothing, each.
    pub(super) shares: BTreeMap<Uuid, i64>,
}

impl Written {
    /// As far as it is summed.
    pub(super) fn summed(&self) -> Line {
        Line {
            id: self.line.id,
            partner: self.line.partner_id,
            kind: self.line.kind,
            nature: self.line.nature,
            amount: self.line.amount,
            frequency: self.line.frequency,
            from: self.line.from_month.map(Month::of),
            until: self.line.until_month.map(Month::of),
            shares: self.shares.clone(),
        }
    }
}

/// All that somebody may see, in the order in which they were written.
pub(super) async fn all(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<Written>, DbErr> {
    let lines = ledger_line::Entity::find().filter(seen_by(me)).order_by_asc(Column::WrittenAt);
    with_shares(db, lines.order_by_asc(Column::Id).all(db).await?).await
}

/// Those that every partner sees, in the order in which they were written.
pub(super) async fn shown_to_all(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<Written>, DbErr> {
    let lines = ledger_line::Entity::find()
        .filter(Column::PartnershipId.eq(me.partnership_id))
        .filter(Column::IsPrivate.eq(false))
        .order_by_asc(Column::WrittenAt);
    with_shares(db, lines.order_by_asc(Column::Id).all(db).await?).await
}

/// One of them.
pub(super) async fn one(db: &impl ConnectionTrait, me: &Membership, id: Uuid) -> Result<Option<Written>, DbErr> {
    let found = ledger_line::Entity::find_by_id(id).filter(seen_by(me)).all(db).await?;
    Ok(with_shares(db, found).await?.pop())
}

/// What somebody sent by this key before.
pub(super) async fn sent(
    db: &impl ConnectionTrait,
    me: &Membership,
    key: Option<Uuid>,
) -> Result<Option<ledger_line::Model>, DbErr> {
    let Some(key) = key else { return Ok(None) };
    let by_me = ledger_line::Entity::find().filter(Column::WrittenBy.eq(me.account_id));
    by_me.filter(Column::SentKey.eq(key)).filter(Column::PartnershipId.eq(me.partnership_id)).one(db).await
}

/// Joint lines, those that partners show, and what one's own partner keeps to itself.
fn seen_by(me: &Membership) -> Condition {
    let shown = Condition::any()
        .add(Column::IsPrivate.eq(false))
        .add_option(me.partner.as_ref().map(|partner| Column::PartnerId.eq(partner.id)));
    Condition::all().add(Column::PartnershipId.eq(me.partnership_id)).add(shown)
}

async fn with_shares(db: &impl ConnectionTrait, lines: Vec<ledger_line::Model>) -> Result<Vec<Written>, DbErr> {
    let found = ledger_share::Entity::find()
        .filter(ledger_share::Column::LineId.is_in(lines.iter().map(|line| line.id)))
        .all(db)
        .await?;
    let mut shares: BTreeMap<Uuid, BTreeMap<Uuid, i64>> = BTreeMap::new();
    for share in found {
        shares.entry(share.line_id).or_default().insert(share.partner_id, share.amount);
    }
    let written = |line: ledger_line::Model| Written { shares: shares.remove(&line.id).unwrap_or_default(), line };
    Ok(lines.into_iter().map(written).collect())
}

/// How many a partner has, or how many are joint.
pub(super) async fn count_of(
    db: &impl ConnectionTrait,
    me: &Membership,
    partner: Option<Uuid>,
) -> Result<usize, DbErr> {
    let whose = partner.map_or(Column::PartnerId.is_null(), |partner| Column::PartnerId.eq(partner));
    let theirs = ledger_line::Entity::find().filter(Column::PartnershipId.eq(me.partnership_id)).filter(whose);
    Ok(usize::try_from(theirs.count(db).await?).unwrap_or(usize::MAX))
}

pub(super) async fn add(db: &impl ConnectionTrait, new: &Written) -> Result<(), DbErr> {
    ledger_line::Entity::insert(new.line.clone().into_active_model()).exec_without_returning(db).await?;
    add_shares(db, new).await
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: &Written) -> Result<(), DbErr> {
    ledger_line::Entity::update(changed.line.clone().into_active_model().reset_all()).exec(db).await?;
    let of_line = ledger_share::Column::LineId.eq(changed.line.id);
    ledger_share::Entity::delete_many().filter(of_line).exec(db).await?;
    add_shares(db, changed).await
}

async fn add_shares(db: &impl ConnectionTrait, of: &Written) -> Result<(), DbErr> {
    let share = |(&partner_id, &amount): (&Uuid, &i64)| {
        ledger_share::Model { line_id: of.line.id, partner_id, amount }.into_active_model()
    };
    if of.shares.is_empty() {
        return Ok(());
    }
    ledger_share::Entity::insert_many(of.shares.iter().map(share)).exec_without_returning(db).await?;
    Ok(())
}

/// Cards that hang together with a line do so with the one in its place, as if they were linked when that was written.
pub(super) async fn move_links(
    db: &impl ConnectionTrait,
    from: &ledger_line::Model,
    to: &ledger_line::Model,
) -> Result<(), DbErr> {
    let links = card_link::Entity::find().filter(card_link::Column::LineId.eq(from.id));
    for link in links.order_by_asc(card_link::Column::MadeAt).order_by_asc(card_link::Column::Id).all(db).await? {
        let moved = card_link::Model { id: ids::ordered(), line_id: Some(to.id), made_at: to.written_at, ..link };
        card_link::Entity::insert(moved.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}

/// With its shares, and the links of cards to it.
pub(super) async fn remove(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    ledger_line::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// When its years begin, if somebody chose it.
pub(super) async fn beginning(db: &impl ConnectionTrait, me: &Membership) -> Result<Option<ledger::Model>, DbErr> {
    ledger::Entity::find_by_id(me.partnership_id).one(db).await
}

/// Puts down when its years begin.
pub(super) async fn put_beginning(db: &impl ConnectionTrait, chosen: ledger::Model) -> Result<(), DbErr> {
    ledger::Entity::delete_by_id(chosen.partnership_id).exec(db).await?;
    ledger::Entity::insert(chosen.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

//! The SQL of phases. Every query starts from who asks.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, JoinType,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

use super::evidence::Happened;
use crate::entity::circle::Circle;
use crate::entity::{
    ambition, assignment, board, card, common_value, improvement, individual_ambition, membership, own_value,
    partner, partner_view, partnership, phase_move, phase_readiness, role, scan_round, success, value_strength,
};
use crate::partnerships::Membership;

/// How a partnership got where it is, the newest first.
pub(super) async fn moves(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<phase_move::Model>, DbErr> {
    phase_move::Entity::find()
        .filter(phase_move::Column::PartnershipId.eq(me.partnership_id))
        .order_by_desc(phase_move::Column::Id)
        .all(db)
        .await
}

pub(super) async fn add_move(db: &impl ConnectionTrait, new: phase_move::Model) -> Result<(), DbErr> {
    phase_move::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// When it began.
pub(super) async fn began_at(db: &impl ConnectionTrait, me: &Membership) -> Result<Option<DateTime<Utc>>, DbErr> {
    let found = partnership::Entity::find_by_id(me.partnership_id).one(db).await?;
    Ok(found.map(|found| found.created_at))
}

/// How far partners say they are.
pub(super) async fn readiness(
    db: &impl ConnectionTrait,
    me: &Membership,
) -> Result<Vec<phase_readiness::Model>, DbErr> {
    let here = phase_readiness::Column::PartnershipId.eq(me.partnership_id);
    phase_readiness::Entity::find().filter(here).all(db).await
}

/// How far one partner says that it is with one phase.
pub(super) async fn said_readiness(
    db: &impl ConnectionTrait,
    partner: Uuid,
    phase: &str,
) -> Result<Option<phase_readiness::Model>, DbErr> {
    phase_readiness::Entity::find_by_id((partner, phase.to_owned())).one(db).await
}

/// Puts down how far a partner is, instead of what it said before.
pub(super) async fn put_readiness(db: &impl ConnectionTrait, given: phase_readiness::Model) -> Result<(), DbErr> {
    remove_readiness(db, given.partner_id, &given.phase).await?;
    phase_readiness::Entity::insert(given.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn remove_readiness(db: &impl ConnectionTrait, partner: Uuid, phase: &str) -> Result<(), DbErr> {
    phase_readiness::Entity::delete_by_id((partner, phase.to_owned())).exec(db).await?;
    Ok(())
}

/// What happened, but for what the ambition's own rules say.
pub(super) async fn happened(db: &impl ConnectionTrait, me: &Membership) -> Result<Happened, DbErr> {
    let here = me.partnership_id;
    let partnership = partnership::Entity::find_by_id(here).one(db).await?;
    let partners = partner::Entity::find().filter(partner::Column::PartnershipId.eq(here)).all(db).await?;
    let active: BTreeSet<Uuid> =
        partners.iter().filter(|of| of.status == partner::Status::Active).map(|of| of.id).collect();
    let (roles, filled_roles) = roles(db, here).await?;
    let values = common_values(db, here).await?;
    let horizon = ambition::Entity::find().filter(ambition::Column::PartnershipId.eq(here)).one(db).await?;
    Ok(Happened {
        has_challenge: partnership.is_some_and(|of| !of.challenge.trim().is_empty()),
        // But for the one that began it, whoever was asked: those that take part were, too.
        invited: partners.iter().filter(|of| of.status != partner::Status::Left).count().saturating_sub(1),
        partners: active.len(),
        with_urgency: with_urgency(db, here).await?.intersection(&active).count(),
        with_ambition: with_ambition(db, here).await?.intersection(&active).count(),
        with_value: with_value(db, here).await?.intersection(&active).count(),
        common_values: values.len(),
        weighing: weighing(db, here, &values).await?.intersection(&active).count(),
        blocks: blocks(db, here).await?,
        roles,
        filled_roles,
        scans: scans(db, here).await?,
        improvements: improvements(db, here).await?,
        successes: successes(db, here).await?,
        has_horizon: horizon.is_some_and(|of| !of.horizon.trim().is_empty()),
        ..Happened::default()
    })
}

async fn with_urgency(db: &impl ConnectionTrait, here: Uuid) -> Result<BTreeSet<Uuid>, DbErr> {
    let found: Vec<Uuid> = partner_view::Entity::find()
        .select_only()
        .column(partner_view::Column::PartnerId)
        .filter(partner_view::Column::PartnershipId.eq(here))
        .filter(partner_view::Column::Urgency.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}

/// Only what everybody may see counts: whether there is something else is nobody's business.
async fn with_ambition(db: &impl ConnectionTrait, here: Uuid) -> Result<BTreeSet<Uuid>, DbErr> {
    let found: Vec<Option<Uuid>> = individual_ambition::Entity::find()
        .select_only()
        .column(individual_ambition::Column::PartnerId)
        .filter(individual_ambition::Column::PartnershipId.eq(here))
        .filter(individual_ambition::Column::VisibleTo.eq(Circle::All))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().flatten().collect())
}

/// The same of what people value themselves.
async fn with_value(db: &impl ConnectionTrait, here: Uuid) -> Result<BTreeSet<Uuid>, DbErr> {
    let found: Vec<Option<Uuid>> = own_value::Entity::find()
        .select_only()
        .column(own_value::Column::PartnerId)
        .filter(own_value::Column::PartnershipId.eq(here))
        .filter(own_value::Column::VisibleTo.eq(Circle::All))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().flatten().collect())
}

/// The common values that have a name.
async fn common_values(db: &impl ConnectionTrait, here: Uuid) -> Result<BTreeSet<String>, DbErr> {
    let values = common_value::Entity::find()
        .filter(common_value::Column::PartnershipId.eq(here))
        .filter(common_value::Column::RemovedAt.is_null())
        .all(db)
        .await?;
    Ok(values.into_iter().filter(|value| !value.name.trim().is_empty()).map(|value| value.id).collect())
}

/// The partners that say of each of these values how strongly they hold it.
async fn weighing(
    db: &impl ConnectionTrait,
    here: Uuid,
    values: &BTreeSet<String>,
) -> Result<BTreeSet<Uuid>, DbErr> {
    let strengths = value_strength::Entity::find().filter(value_strength::Column::PartnershipId.eq(here)).all(db);
    let mut weighed: BTreeMap<Uuid, usize> = BTreeMap::new();
    for strength in strengths.await?.iter().filter(|strength| values.contains(&strength.value_id)) {
        *weighed.entry(strength.partner_id).or_default() += 1;
    }
    Ok(weighed.into_iter().filter(|(_, weighed)| *weighed == values.len()).map(|(partner, _)| partner).collect())
}

/// How many blocks of the canvas that counts have a card with words.
async fn blocks(db: &impl ConnectionTrait, here: Uuid) -> Result<usize, DbErr> {
    let current = board::Entity::find()
        .select_only()
        .column(board::Column::Id)
        .filter(board::Column::PartnershipId.eq(here))
        .filter(board::Column::IsCurrent.eq(true));
    let cards =
        card::Entity::find().filter(card::Column::BoardId.in_subquery(current.into_query())).all(db).await?;
    let written = cards.into_iter().filter(|card| !card.text.trim().is_empty()).map(|card| card.block);
    Ok(written.collect::<BTreeSet<_>>().len())
}

/// How many roles stand on the board, and how many of them have the people they need, who accepted.
async fn roles(db: &impl ConnectionTrait, here: Uuid) -> Result<(usize, usize), DbErr> {
    let roles = role::Entity::find()
        .filter(role::Column::PartnershipId.eq(here))
        .filter(role::Column::RemovedAt.is_null())
        .all(db)
        .await?;
    let members = assignment::Entity::belongs_to(membership::Entity)
        .from(assignment::Column::MembershipId)
        .to(membership::Column::Id)
        .into();
    let accepted: Vec<String> = assignment::Entity::find()
        .select_only()
        .column(assignment::Column::RoleId)
        .join(JoinType::InnerJoin, members)
        .filter(membership::Column::LeftAt.is_null())
        .filter(assignment::Column::PartnershipId.eq(here))
        .filter(assignment::Column::State.eq(assignment::State::Accepted))
        .into_tuple()
        .all(db)
        .await?;
    let mut seats: BTreeMap<&str, i16> = BTreeMap::new();
    for role in &accepted {
        *seats.entry(role).or_default() += 1;
    }
    let is_filled = |role: &&role::Model| seats.get(role.id.as_str()).copied().unwrap_or(0) >= role.seats_min;
    Ok((roles.len(), roles.iter().filter(is_filled).count()))
}

async fn scans(db: &impl ConnectionTrait, here: Uuid) -> Result<usize, DbErr> {
    let found = scan_round::Entity::find()
        .filter(scan_round::Column::PartnershipId.eq(here))
        .filter(scan_round::Column::Kind.eq(scan_round::Kind::Scan))
        .filter(scan_round::Column::Status.eq(scan_round::Status::Closed));
    counted(found.count(db).await?)
}

async fn improvements(db: &impl ConnectionTrait, here: Uuid) -> Result<usize, DbErr> {
    let found = improvement::Entity::find()
        .filter(improvement::Column::PartnershipId.eq(here))
        .filter(improvement::Column::State.eq(improvement::State::Running));
    counted(found.count(db).await?)
}

async fn successes(db: &impl ConnectionTrait, here: Uuid) -> Result<usize, DbErr> {
    counted(success::Entity::find().filter(success::Column::PartnershipId.eq(here)).count(db).await?)
}

#[allow(clippy::unnecessary_wraps, reason = "what is counted is asked in one way")]
fn counted(count: u64) -> Result<usize, DbErr> {
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

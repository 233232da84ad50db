//! The SQL of room to move. Every query starts from who asks, or from whom something waits for.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    JoinType, QueryFilter as _, QueryOrder as _, QuerySelect as _, RelationDef,
};
use uuid::Uuid;

use super::lifecycle::Held;
use crate::access::Stage;
use crate::entity::{account, membership, partner, partnership, room_reading, room_to_move, room_voice};
use crate::partnerships::Membership;

/// All of the partnership, the newest first.
pub(super) async fn all(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<Held>, DbErr> {
    all_in(db, me.partnership_id).await
}

/// One of them.
pub(super) async fn one(db: &impl ConnectionTrait, me: &Membership, id: Uuid) -> Result<Option<Held>, DbErr> {
    Ok(all(db, me).await?.into_iter().find(|held| held.room.id == id))
}

async fn all_in(db: &impl ConnectionTrait, partnership: Uuid) -> Result<Vec<Held>, DbErr> {
    let found = room_to_move::Entity::find()
        .join(JoinType::InnerJoin, room_holder())
        .select_also(membership::Entity)
        .filter(room_to_move::Column::PartnershipId.eq(partnership))
        .order_by_desc(room_to_move::Column::AskedAt)
        .order_by_desc(room_to_move::Column::Id)
        .all(db)
        .await?;
    let joined = joined(db, partnership).await?;
    let mut voices: BTreeMap<Uuid, Vec<room_voice::Model>> = BTreeMap::new();
    for voice in voices_of(db, found.iter().map(|(room, _)| room.id)).await? {
        // What a partner said before it left and came back, it said as another.
        if joined.get(&voice.partner_id).is_some_and(|joined| joined.is_none_or(|joined| voice.said_at >= joined)) {
            voices.entry(voice.room_id).or_default().push(voice);
        }
    }
    let held = |(room, holder): (room_to_move::Model, Option<membership::Model>)| {
        let voices = voices.remove(&room.id).unwrap_or_default();
        Some(Held { room, holder: holder?, voices, active: joined.keys().copied().collect() })
    };
    Ok(found.into_iter().filter_map(held).collect())
}

fn room_holder() -> RelationDef {
    let (from, to) = (room_to_move::Column::MembershipId, membership::Column::Id);
    room_to_move::Entity::belongs_to(membership::Entity).from(from).to(to).into()
}

/// What partners said of some.
async fn voices_of(
    db: &impl ConnectionTrait,
    rooms: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<room_voice::Model>, DbErr> {
    room_voice::Entity::find()
        .filter(room_voice::Column::RoomId.is_in(rooms))
        .order_by_asc(room_voice::Column::PartnerId)
        .all(db)
        .await
}

/// How much room people find is taken and given in some.
pub(super) async fn readings(
    db: &impl ConnectionTrait,
    rooms: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<room_reading::Model>, DbErr> {
    room_reading::Entity::find()
        .filter(room_reading::Column::RoomId.is_in(rooms))
        .order_by_asc(room_reading::Column::AccountId)
        .all(db)
        .await
}

/// The partners that take part, and since when.
async fn joined(
    db: &impl ConnectionTrait,
    partnership: Uuid,
) -> Result<BTreeMap<Uuid, Option<DateTime<Utc>>>, DbErr> {
    let active: Vec<(Uuid, Option<DateTime<Utc>>)> = partner::Entity::find()
        .select_only()
        .columns([partner::Column::Id, partner::Column::JoinedAt])
        .filter(partner::Column::PartnershipId.eq(partnership))
        .filter(partner::Column::Status.eq(partner::Status::Active))
        .into_tuple()
        .all(db)
        .await?;
    Ok(active.into_iter().collect())
}

/// The partnerships that are worked on and that an account is in, with what it is there and the room that there is.
pub(super) async fn where_in(
    db: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<(partnership::Model, membership::Model, Vec<Held>)>, DbErr> {
    let memberships = membership::Entity::find()
        .find_also_related(partnership::Entity)
        .filter(membership::Column::AccountId.eq(account))
        .filter(membership::Column::LeftAt.is_null())
        .all(db)
        .await?;
    let mut found = Vec::new();
    for (membership, partnership) in memberships {
        let underway = partnership.filter(|partnership| partnership.status.stage() == Stage::Underway);
        let Some(partnership) = underway else { continue };
        let rooms = all_in(db, partnership.id).await?;
        found.push((partnership, membership, rooms));
    }
    Ok(found)
}

/// What people are called.
pub(super) async fn names(
    db: &impl ConnectionTrait,
    accounts: impl IntoIterator<Item = Uuid>,
) -> Result<BTreeMap<Uuid, String>, DbErr> {
    let found: Vec<(Uuid, String)> = account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::Name])
        .filter(account::Column::Id.is_in(accounts))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}

pub(super) async fn add(db: &impl ConnectionTrait, new: room_to_move::Model) -> Result<(), DbErr> {
    room_to_move::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: room_to_move::Model) -> Result<(), DbErr> {
    room_to_move::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// Puts down what a partner says, instead of what it said before.
pub(super) async fn put_voice(db: &impl ConnectionTrait, said: room_voice::Model) -> Result<(), DbErr> {
    room_voice::Entity::delete_by_id((said.room_id, said.partner_id)).exec(db).await?;
    room_voice::Entity::insert(said.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Puts down what somebody finds, instead of what they found before.
pub(super) async fn put_reading(db: &impl ConnectionTrait, said: room_reading::Model) -> Result<(), DbErr> {
    remove_reading(db, said.room_id, said.account_id).await?;
    room_reading::Entity::insert(said.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Whether there was one.
pub(super) async fn remove_reading(db: &impl ConnectionTrait, room: Uuid, account: Uuid) -> Result<bool, DbErr> {
    let removed = room_reading::Entity::delete_by_id((room, account)).exec(db).await?;
    Ok(removed.rows_affected > 0)
}

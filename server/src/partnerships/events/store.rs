//! The SQL of events. What somebody hears starts from their [`Membership`].

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::{Announcement, Stream};
use crate::database::ROWS_AT_ONCE;
use crate::entity::{event, event_stream};
use crate::ids;
use crate::partnerships::Membership;

/// Puts events at the end of a stream.
pub(super) async fn append(
    db: &impl ConnectionTrait,
    partnership: Uuid,
    stream: Stream,
    announcements: Vec<Announcement>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let stream = lock(db, partnership, stream).await?;
    let mut number = stream.last_number;
    for announcements in announcements.chunks(ROWS_AT_ONCE) {
        let events = announcements.iter().map(|announcement| {
            number += 1;
            event::ActiveModel {
                stream_id: Set(stream.id),
                number: Set(number),
                kind: Set(announcement.kind.clone()),
                at: Set(at),
                actor_id: Set(announcement.actor),
                data: Set(announcement.data.to_string()),
            }
        });
        event::Entity::insert_many(events.collect::<Vec<_>>()).exec_without_returning(db).await?;
    }
    event_stream::Entity::update_many()
        .col_expr(event_stream::Column::LastNumber, Expr::value(number))
        .filter(event_stream::Column::Id.eq(stream.id))
        .exec(db)
        .await?;
    Ok(())
}

/// The stream of an audience, locked until the transaction ends; made when it is not there.
async fn lock(db: &impl ConnectionTrait, partnership: Uuid, stream: Stream) -> Result<event_stream::Model, DbErr> {
    let (kind, subject) = stream;
    let new = event_stream::ActiveModel {
        id: Set(ids::unordered()),
        partnership_id: Set(partnership),
        audience: Set(kind),
        subject_id: Set(subject),
        last_number: Set(0),
    };
    let once =
        [event_stream::Column::PartnershipId, event_stream::Column::Audience, event_stream::Column::SubjectId];
    event_stream::Entity::insert(new).on_conflict_do_nothing_on(once).exec_without_returning(db).await?;
    event_stream::Entity::find()
        .filter(is_of(partnership, stream))
        .lock_exclusive()
        .one(db)
        .await?
        .ok_or_else(|| DbErr::RecordNotFound("a stream that was just made".into()))
}

fn is_of(partnership: Uuid, (kind, subject): Stream) -> Condition {
    Condition::all()
        .add(event_stream::Column::PartnershipId.eq(partnership))
        .add(event_stream::Column::Audience.eq(kind))
        .add(event_stream::Column::SubjectId.eq(subject))
}

/// The streams that somebody hears, as far as there was anything in them.
pub(super) async fn streams(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<event_stream::Model>, DbErr> {
    let mut mine = Condition::any()
        .add(is_of(me.partnership_id, (event_stream::Audience::Partnership, me.partnership_id)))
        .add(is_of(me.partnership_id, (event_stream::Audience::Account, me.account_id)));
    if let Some(partner) = &me.partner {
        mine = mine.add(is_of(me.partnership_id, (event_stream::Audience::Partner, partner.id)));
    }
    event_stream::Entity::find().filter(mine).order_by_asc(event_stream::Column::Audience).all(db).await
}

/// The first events of a stream after `number`.
pub(super) async fn after(
    db: &impl ConnectionTrait,
    stream: &event_stream::Model,
    number: i64,
    limit: u64,
) -> Result<Vec<event::Model>, DbErr> {
    event::Entity::find()
        .filter(event::Column::StreamId.eq(stream.id))
        .filter(event::Column::Number.gt(number))
        .order_by_asc(event::Column::Number)
        .limit(limit)
        .all(db)
        .await
}

/// How many events there were in each of some partnerships, for all audiences together.
pub(super) async fn counts(db: &impl ConnectionTrait, partnerships: &[Uuid]) -> Result<HashMap<Uuid, i64>, DbErr> {
    let rows: Vec<(Uuid, i64)> = event_stream::Entity::find()
        .select_only()
        .columns([event_stream::Column::PartnershipId, event_stream::Column::LastNumber])
        .filter(event_stream::Column::PartnershipId.is_in(partnerships.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let mut counts = HashMap::new();
    for (partnership, last) in rows {
        *counts.entry(partnership).or_insert(0) += last;
    }
    Ok(counts)
}

/// Forgets what happened before `before`.
pub(super) async fn forget(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    event::Entity::delete_many().filter(event::Column::At.lt(before)).exec(db).await?;
    Ok(())
}

//! Who hears what happens about room to move, and how it ends.

use sea_orm::DbErr;
use serde_json::json;
use uuid::Uuid;

use super::store::{self, Held};
use crate::entity::room_to_move::{self, End};
use crate::notifications::{Kind, Notice};
use crate::partnerships::{Audience, Desk, everybody_in};

/// Puts on record what happened, and tells everybody who takes part.
pub(super) fn happened(desk: &mut Desk<'_>, what: &'static str, room: &room_to_move::Model, holder: Uuid) {
    desk.happened(Audience::TakingPart, what, room.id, json!({ "room": room.id, "account": holder }));
}

/// The same of what a partner says.
pub(super) fn voiced(desk: &mut Desk<'_>, held: &Held, partner: Uuid) {
    let data = json!({ "room": held.room.id, "account": held.holder.account_id, "partner": partner });
    desk.happened(Audience::TakingPart, "room_to_move.voiced", held.room.id, data);
}

/// Those who speak for a partner are asked what it says.
pub(super) async fn ask_partners(desk: &mut Desk<'_>, room: &room_to_move::Model) -> Result<(), DbErr> {
    let everybody = everybody_in(&desk.transaction, desk.me.partnership_id).await?;
    let speaking = everybody.iter().filter(|present| present.mandated && present.partner_id.is_some());
    let speaking: Vec<Uuid> = speaking.map(|present| present.account_id).collect();
    let notice = notice(desk, Kind::RoomVoiceAsked, room);
    desk.tell(&speaking, notice).await
}

/// Tells these in person, but whoever does it; those who are still in the partnership.
pub(super) async fn tell(
    desk: &mut Desk<'_>,
    to: &[Uuid],
    kind: Kind,
    room: &room_to_move::Model,
) -> Result<(), DbErr> {
    let everybody = everybody_in(&desk.transaction, desk.me.partnership_id).await?;
    let told = everybody.iter().map(|present| present.account_id);
    let told: Vec<Uuid> = told.filter(|account| to.contains(account) && *account != desk.me.account_id).collect();
    let notice = notice(desk, kind, room);
    desk.tell(&told, notice).await
}

/// It ends before its day.
pub(super) async fn end(desk: &mut Desk<'_>, held: Held, how: End) -> Result<(), DbErr> {
    let holder = held.holder.account_id;
    let room = room_to_move::Model { ended_at: Some(desk.app.clock.now()), ended_how: Some(how), ..held.room };
    store::put(&desk.transaction, room.clone()).await?;
    desk.settle(room.id).await?;
    tell(desk, &[holder, room.asked_by], Kind::RoomEnded, &room).await?;
    happened(desk, "room_to_move.ended", &room, holder);
    Ok(())
}

fn notice(desk: &Desk<'_>, kind: Kind, room: &room_to_move::Model) -> Notice {
    Notice {
        kind,
        by: Some(desk.me.account_id),
        partnership: Some(desk.me.partnership_id),
        subject: Some(room.id),
        title: None,
        leads_to: format!("/partnerships/{}/room-to-move", desk.me.partnership_id),
    }
}

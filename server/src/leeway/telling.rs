//! Who hears what happens about room to move, and how it ends.

use sea_orm::DbErr;
use serde_json::json;
use uuid::Uuid;

use super::lifecycle::Held;
use super::store;
use crate::entity::room_to_move::{self, End};
use crate::ids;
use crate::notifications::{Kind, Notice};
use crate::partnerships::{Audience, Desk, everybody_in, partner_marks};

/// Puts on record what happened, and tells everybody who takes part.
pub(super) fn happened(desk: &mut Desk<'_>, what: &'static str, room: &room_to_move::Model, holder: Uuid) {
    desk.happened(Audience::TakingPart, what, room.id, json!({ "room_to_move": room.id, "account": holder }));
}

/// The same of what a partner says, of which those who speak for it are asked no more.
pub(super) async fn voiced(desk: &mut Desk<'_>, held: &Held, partner: Uuid) -> Result<(), DbErr> {
    for (other, mark) in partner_marks(&desk.transaction, desk.me.partnership_id).await? {
        if other == partner {
            desk.settle(question(&held.room, mark)).await?;
        }
    }
    let data = json!({ "room_to_move": held.room.id, "account": held.holder.account_id, "partner": partner });
    desk.happened(Audience::TakingPart, "room_to_move.voiced", held.room.id, data);
    Ok(())
}

/// Those who speak for a partner are asked what it says.
pub(super) async fn ask_partners(desk: &mut Desk<'_>, room: &room_to_move::Model) -> Result<(), DbErr> {
    let everybody = everybody_in(&desk.transaction, desk.me.partnership_id).await?;
    for (partner, mark) in partner_marks(&desk.transaction, desk.me.partnership_id).await? {
        let speaking = everybody.iter().filter(|present| present.mandated && present.partner_id == Some(partner));
        let speaking: Vec<Uuid> = speaking.map(|present| present.account_id).collect();
        let asked = Notice { subject: Some(question(room, mark)), ..notice(desk, Kind::RoomVoiceAsked, room) };
        desk.tell(&speaking, asked).await?;
    }
    Ok(())
}

/// What a partner is asked is settled apart from what the others are: so it has an id of its own.
fn question(room: &room_to_move::Model, mark: i16) -> Uuid {
    ids::derived(room.id, usize::from(mark.unsigned_abs()))
}

/// Nobody is asked any more.
async fn settle_all(desk: &mut Desk<'_>, room: &room_to_move::Model) -> Result<(), DbErr> {
    desk.settle(room.id).await?;
    for mark in partner_marks(&desk.transaction, desk.me.partnership_id).await?.into_values() {
        desk.settle(question(room, mark)).await?;
    }
    Ok(())
}

/// It is given, with the last partner.
pub(super) async fn given(desk: &mut Desk<'_>, held: &Held) -> Result<(), DbErr> {
    let (room, holder) = (&held.room, held.holder.account_id);
    settle_all(desk, room).await?;
    tell(desk, &[holder, room.asked_by], Kind::RoomGiven, room).await?;
    happened(desk, "room_to_move.given", room, holder);
    Ok(())
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
    settle_all(desk, &room).await?;
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

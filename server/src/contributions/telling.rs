//! Who hears of a contribution.

use sea_orm::DbErr;
use serde_json::json;
use uuid::Uuid;

use crate::entity::contribution;
use crate::notifications::{Kind, Notice};
use crate::partnerships::{Audience, Desk, everybody_in};

/// Puts on record what happened, and tells everybody who takes part.
pub(super) fn happened(desk: &mut Desk<'_>, what: &'static str, of: &contribution::Model) {
    let data = json!({ "contribution": of.id, "partner": of.partner_id, "with": of.with_partner_id });
    desk.happened(Audience::TakingPart, what, of.id, data);
}

/// Those who act for the partner that is named are asked whether it is so.
pub(super) async fn ask(desk: &mut Desk<'_>, of: &contribution::Model) -> Result<(), DbErr> {
    let Some(named) = of.with_partner_id else { return Ok(()) };
    let present = everybody_in(&desk.transaction, desk.me.partnership_id).await?;
    let theirs = present.into_iter().filter(|present| present.partner_id == Some(named));
    let accounts: Vec<Uuid> = theirs.map(|present| present.account_id).collect();
    desk.tell(&accounts, notice(desk, Kind::ContributionNamesYou, of)).await
}

/// Who wrote it is told that it is so.
pub(super) async fn confirmed(desk: &mut Desk<'_>, of: &contribution::Model) -> Result<(), DbErr> {
    if crate::partnerships::membership(&desk.transaction, of.written_by, desk.me.partnership_id).await?.is_none() {
        return Ok(());
    }
    desk.tell(&[of.written_by], notice(desk, Kind::ContributionConfirmed, of)).await
}

fn notice(desk: &Desk<'_>, kind: Kind, of: &contribution::Model) -> Notice {
    Notice {
        kind,
        by: Some(desk.me.account_id),
        partnership: Some(desk.me.partnership_id),
        subject: Some(of.id),
        title: Some(of.words.clone()),
        leads_to: format!("/partnerships/{}/give-and-take", desk.me.partnership_id),
    }
}

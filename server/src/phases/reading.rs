//! Where a partnership is on its way, as somebody sees it.

use std::collections::HashMap;

use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::api::{Evidence, PartnerReadiness, PhaseMove, PhaseState, Way};
use super::error::PhaseError;
use super::evidence::Happened;
use super::phase::{Belongs, Phase};
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::entity::version::Subject;
use crate::entity::{phase_move, phase_readiness};
use crate::partnerships::{self, Author, Membership, Person};
use crate::versions;

/// All of it.
pub(super) async fn read(app: &App, me: &Membership) -> Result<Way, PhaseError> {
    me.may(Action::ReadPartnership)?;
    let db = app.database.reader();
    let current = partnerships::phase(db, me).await?.ok_or(PhaseError::NotFound)?;
    let moves = store::moves(db, me).await?;
    let since = match moves.first() {
        Some(last) => last.moved_at,
        None => store::began_at(db, me).await?.ok_or(PhaseError::NotFound)?,
    };
    let may_see = me.may(Action::SeeOneAnother).is_ok();
    let readiness = if may_see { store::readiness(db, me).await? } else { Vec::new() };
    let people = moves.iter().map(|of| of.moved_by).chain(readiness.iter().map(|of| of.given_by));
    let people = partnerships::authors(db, me, people.collect::<Vec<_>>()).await?;
    let happened = happened(db, me).await?;
    let state = |phase: Phase| PhaseState {
        id: phase.id(),
        evidence: phase.belongs().iter().map(|of| evidence(of, &happened)).collect(),
        readiness: readiness.iter().filter(|of| of.phase == phase.id()).map(|of| said(of, &people)).collect(),
    };
    let moves: Result<Vec<_>, _> = moves.iter().map(|of| moved(of, &people)).collect();
    Ok(Way { current, since, phases: Phase::ALL.into_iter().map(state).collect(), moves: moves? })
}

/// What really happened.
pub(super) async fn happened(db: &impl ConnectionTrait, me: &Membership) -> Result<Happened, DbErr> {
    let (has_version, is_shared) = versions::state(db, me, Subject::Ambition).await?;
    let counted = store::happened(db, me).await?;
    Ok(Happened { has_version, is_shared, ..counted })
}

fn evidence(of: &Belongs, happened: &Happened) -> Evidence {
    let met = happened.meets(of.id);
    let (have, need) = met.and_then(|met| met.count).unzip();
    Evidence { id: of.id, required: of.required, met: met.map(|met| met.is_met), have, need }
}

fn said(of: &phase_readiness::Model, people: &HashMap<Uuid, Author>) -> PartnerReadiness {
    PartnerReadiness {
        partner_id: of.partner_id,
        readiness: of.readiness,
        given_by: Person::new(of.given_by, people.get(&of.given_by)),
        given_at: of.given_at,
    }
}

fn moved(of: &phase_move::Model, people: &HashMap<Uuid, Author>) -> Result<PhaseMove, serde_json::Error> {
    Ok(PhaseMove {
        from: of.from_phase.clone(),
        to: of.to_phase.clone(),
        reason: of.reason.clone(),
        missing: serde_json::from_str(&of.missing)?,
        moved_by: Person::new(of.moved_by, people.get(&of.moved_by)),
        moved_at: of.moved_at,
    })
}

//! What waits for somebody. The one place where the features in which something can wait come together.

use sea_orm::{DbErr, Iterable as _};

use super::api::{Turn, TurnAction, TurnKind, TurnPartnership, TurnSubject};
use crate::accounts::Actor;
use crate::ambition::{self, WaitingHorizon};
use crate::app::App;
use crate::assignments::{self, NamedRole, RoleCheck};
use crate::entity::version::Subject;
use crate::leeway::{self, WaitingFor, WaitingRoom};
use crate::partnerships::{self, WaitingConclusion, WaitingInvitation, WaitingPart};
use crate::scans::{self, WaitingImprovement, WaitingRound, WaitingTo};
use crate::versions::{self, WaitingVersion};

/// Everything that waits for an account; what waits longest comes first.
pub(super) async fn of(app: &App, actor: &Actor) -> Result<Vec<Turn>, DbErr> {
    let account_id = actor.account_id;
    let mut turns: Vec<Turn> = Vec::new();
    for subject in Subject::iter() {
        turns.extend(versions::versions_waiting_for(app, account_id, subject).await?.into_iter().map(version));
    }
    turns.extend(ambition::horizons_waiting_for(app, account_id).await?.into_iter().map(horizon));
    turns.extend(assignments::proposals_to(app, account_id).await?.into_iter().map(role_proposed));
    turns.extend(assignments::role_checks_of(app, account_id).await?.into_iter().map(role_check));
    turns.extend(leeway::rooms_waiting_for(app, account_id).await?.into_iter().map(room));
    turns.extend(partnerships::invitations_waiting_for(app, actor).await?.into_iter().map(invitation));
    turns.extend(partnerships::conclusions_waiting_for(app, account_id).await?.into_iter().map(conclusion));
    turns.extend(scans::rounds_waiting_for(app, account_id).await?.into_iter().map(round));
    turns.extend(scans::improvements_waiting_for(app, account_id).await?.into_iter().map(improvement));
    // Another feature in which something waits for people adds it here, with a kind of its own.
    turns.sort_by_key(|turn| turn.since);
    Ok(turns)
}

fn version(waiting: WaitingVersion) -> Turn {
    let (id, name) = waiting.partnership;
    let (kind, place) = match waiting.subject {
        Subject::Ambition => (TurnKind::AmbitionProposed, "ambition"),
        Subject::BusinessModel => (TurnKind::BusinessModelProposed, "business-model"),
    };
    let path = format!("/api/v1/partnerships/{id}/{place}/versions/{}/endorsement", waiting.number);
    Turn {
        kind,
        partnership: TurnPartnership { id, name },
        subject: TurnSubject { id: waiting.id, name: Some(waiting.number.to_string()) },
        since: waiting.since,
        action: TurnAction { method: "PUT", path },
    }
}

fn horizon(waiting: WaitingHorizon) -> Turn {
    let (id, name) = waiting.partnership;
    let path = format!("/api/v1/partnerships/{id}/ambition/horizon/review");
    Turn {
        kind: TurnKind::HorizonDue,
        partnership: TurnPartnership { id, name },
        subject: TurnSubject { id, name: None },
        since: waiting.since,
        action: TurnAction { method: "POST", path },
    }
}

fn role_proposed(proposal: NamedRole) -> Turn {
    let NamedRole { assignment, partnership, title } = proposal;
    let path = format!("/api/v1/partnerships/{}/assignments/{}/accept", partnership.id, assignment.id);
    Turn {
        kind: TurnKind::RoleProposed,
        partnership: TurnPartnership { id: partnership.id, name: partnership.name },
        subject: TurnSubject { id: assignment.id, name: title.filter(|title| !title.trim().is_empty()) },
        since: assignment.proposed_at,
        action: TurnAction { method: "POST", path },
    }
}

fn role_check(RoleCheck { role, since }: RoleCheck) -> Turn {
    let NamedRole { assignment, partnership, title } = role;
    let path = format!("/api/v1/partnerships/{}/roles/{}/wish", partnership.id, assignment.role_id);
    Turn {
        kind: TurnKind::RoleCheckDue,
        partnership: TurnPartnership { id: partnership.id, name: partnership.name },
        subject: TurnSubject { id: assignment.id, name: title.filter(|title| !title.trim().is_empty()) },
        since,
        action: TurnAction { method: "PUT", path },
    }
}

fn room(waiting: WaitingRoom) -> Turn {
    let (kind, last) = match waiting.to {
        WaitingFor::Take => (TurnKind::RoomAsked, "taking"),
        WaitingFor::Voice => (TurnKind::RoomVoiceAsked, "voice"),
    };
    let (id, name) = waiting.partnership;
    let path = format!("/api/v1/partnerships/{id}/rooms-to-move/{}/{last}", waiting.id);
    Turn {
        kind,
        partnership: TurnPartnership { id, name },
        subject: TurnSubject { id: waiting.id, name: waiting.holder },
        since: waiting.since,
        action: TurnAction { method: "PUT", path },
    }
}

fn invitation(waiting: WaitingInvitation) -> Turn {
    let path = format!("/api/v1/me/partnership-invitations/{}/accept", waiting.id);
    Turn {
        kind: TurnKind::PartnershipInvitation,
        partnership: TurnPartnership { id: waiting.partnership_id, name: waiting.partnership },
        subject: TurnSubject { id: waiting.id, name: waiting.invited_by },
        since: waiting.since,
        action: TurnAction { method: "POST", path },
    }
}

fn conclusion(waiting: WaitingConclusion) -> Turn {
    let (kind, method, last) = match waiting.part {
        WaitingPart::Decide => (TurnKind::ConclusionProposed, "PUT", "conclusion/decision"),
        WaitingPart::Conclude => (TurnKind::ConclusionAgreed, "POST", "conclude"),
    };
    let path = format!("/api/v1/partnerships/{}/{last}", waiting.partnership_id);
    Turn {
        kind,
        partnership: TurnPartnership { id: waiting.partnership_id, name: waiting.partnership },
        subject: TurnSubject { id: waiting.id, name: None },
        since: waiting.since,
        action: TurnAction { method, path },
    }
}

fn round(waiting: WaitingRound) -> Turn {
    let (kind, last) = match waiting.to {
        WaitingTo::Answer => (TurnKind::ScanOpen, "sending"),
        WaitingTo::Open => (TurnKind::ScanDue, "open"),
    };
    let (id, name) = waiting.partnership;
    let path = format!("/api/v1/partnerships/{id}/scans/{}/{last}", waiting.id);
    Turn {
        kind,
        partnership: TurnPartnership { id, name },
        subject: TurnSubject { id: waiting.id, name: None },
        since: waiting.since,
        action: TurnAction { method: "POST", path },
    }
}

fn improvement(waiting: WaitingImprovement) -> Turn {
    let (id, name) = waiting.partnership;
    let path = format!("/api/v1/partnerships/{id}/improvements/{}/finish", waiting.id);
    Turn {
        kind: TurnKind::ImprovementDue,
        partnership: TurnPartnership { id, name },
        subject: TurnSubject { id: waiting.id, name: Some(waiting.title) },
        since: waiting.since,
        action: TurnAction { method: "POST", path },
    }
}

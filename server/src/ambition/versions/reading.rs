//! Versions, as somebody sees them.

use std::collections::HashMap;

use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::api::{Ambition, Draft, Endorsement, Version, VersionSummary};
use super::store;
use super::words::{Words, hash};
use crate::access::Action;
use crate::ambition::error::AmbitionError;
use crate::app::App;
use crate::boards;
use crate::endorsement::Decided;
use crate::entity::ambition_version;
use crate::partnerships::{self, Author, Membership, Person};

/// Where the ambition stands, with every version there was.
pub(super) async fn ambition(app: &App, me: &Membership) -> Result<Ambition, AmbitionError> {
    me.may(Action::ReadBoards)?;
    let draft = boards::ambition_now(app, me).await?;
    let words = Words::of(&draft);
    let canonical = words.as_ref().map(Words::canonical).transpose()?;
    let db = app.database.reader();
    let decided = store::decided(db, me).await?;
    let people = people(db, me, &decided).await?;
    let versions = decided.versions.iter().map(|version| summary(version, &decided, &people));
    let standing = decided.standing();
    Ok(Ambition {
        shared: standing.shared,
        open: standing.open,
        draft: Draft { seq: draft.seq, hash: canonical.as_deref().map(hash) },
        partners: decided.active.iter().copied().collect(),
        versions: versions.collect(),
    })
}

/// One version, with its words.
pub(super) async fn version(app: &App, me: &Membership, number: i32) -> Result<Version, AmbitionError> {
    me.may(Action::ReadBoards)?;
    let db = app.database.reader();
    let decided = store::decided(db, me).await?;
    let found = decided.version(number).ok_or(AmbitionError::NotFound)?;
    let people = people(db, me, &decided).await?;
    let words: Words = serde_json::from_str(&store::words(db, found.id).await?)?;
    Ok(Version { summary: summary(found, &decided, &people), statement_html: words.statement })
}

/// Whether a version was put before the partners and not taken back, and whether every partner stands behind one.
pub(crate) async fn standing(db: &impl ConnectionTrait, me: &Membership) -> Result<(bool, bool), DbErr> {
    let decided = store::decided(db, me).await?;
    let standing = decided.standing();
    Ok((standing.open.or(standing.shared).is_some(), standing.shared.is_some()))
}

fn summary(version: &ambition_version::Model, decided: &Decided, people: &HashMap<Uuid, Author>) -> VersionSummary {
    let person = |id: Uuid| Person::new(id, people.get(&id));
    let said = decided.said_of(version).iter().map(|said| Endorsement {
        partner_id: said.partner_id,
        answer: said.answer,
        words: said.words.clone(),
        given_by: person(said.given_by),
        given_at: said.given_at,
    });
    VersionSummary {
        number: version.number,
        seq: version.seq,
        hash: version.hash.clone(),
        headline: version.headline.clone(),
        proposed_by: person(version.proposed_by),
        proposed_at: version.proposed_at,
        shared_at: version.shared_at,
        withdrawn_at: version.withdrawn_at,
        endorsements: said.collect(),
    }
}

async fn people(
    db: &impl ConnectionTrait,
    me: &Membership,
    decided: &Decided,
) -> Result<HashMap<Uuid, Author>, DbErr> {
    let proposed = decided.versions.iter().map(|version| version.proposed_by);
    let said = decided.endorsements.values().flatten().map(|said| said.given_by);
    partnerships::authors(db, me, proposed.chain(said).collect::<Vec<_>>()).await
}

//! Versions, as somebody sees them.

use std::collections::HashMap;
use std::fmt::Write as _;

use sea_orm::{ConnectionTrait, DbErr};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::api::{Draft, Endorsement, VersionSummary, VersionsStanding};
use super::error::VersionError;
use super::store;
use crate::app::App;
use crate::endorsement::{Decided, decided_in};
use crate::entity::version::{self, Subject};
use crate::partnerships::{self, Author, Membership, Person};

/// Where it stands, with every version there was. Only for whom may see what it is about.
pub(crate) async fn standing(
    app: &App,
    me: &Membership,
    subject: Subject,
    draft: Draft,
) -> Result<VersionsStanding, DbErr> {
    let db = app.database.reader();
    let decided = decided_in(db, me.partnership_id, subject).await?;
    let people = people(db, me, &decided).await?;
    let versions = decided.versions.iter().map(|version| summary(version, &decided, &people));
    let standing = decided.standing();
    Ok(VersionsStanding {
        shared: standing.shared,
        open: standing.open,
        draft,
        partners: decided.active.iter().copied().collect(),
        versions: versions.collect(),
    })
}

/// One version, and its content. Only for whom may see what it is about.
pub(crate) async fn version(
    app: &App,
    me: &Membership,
    subject: Subject,
    number: i32,
) -> Result<(VersionSummary, String), VersionError> {
    let db = app.database.reader();
    let decided = decided_in(db, me.partnership_id, subject).await?;
    let found = decided.version(number).ok_or(VersionError::NotFound)?;
    let people = people(db, me, &decided).await?;
    Ok((summary(found, &decided, &people), store::content(db, found.id).await?))
}

/// The version that the partners share, or else the one that is before them; whether it is shared; and its content. Only
/// for whom somebody in it lets read.
pub(crate) async fn put_before_partners(
    db: &impl ConnectionTrait,
    partnership: Uuid,
    subject: Subject,
) -> Result<Option<(version::Model, bool, String)>, DbErr> {
    let decided = decided_in(db, partnership, subject).await?;
    let standing = decided.standing();
    let number = standing.shared.or(standing.open);
    let Some(version) = number.and_then(|number| decided.version(number)) else { return Ok(None) };
    let content = store::content(db, version.id).await?;
    Ok(Some((version.clone(), standing.shared == number, content)))
}

/// Whether a version was put before the partners and not taken back, and whether every partner stands behind one.
pub(crate) async fn state(
    db: &impl ConnectionTrait,
    me: &Membership,
    subject: Subject,
) -> Result<(bool, bool), DbErr> {
    let standing = decided_in(db, me.partnership_id, subject).await?.standing();
    Ok((standing.open.or(standing.shared).is_some(), standing.shared.is_some()))
}

/// The SHA-256 of canonical JSON, in hexadecimal digits.
pub(crate) fn hash(canonical: &str) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(canonical) {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

fn summary(version: &version::Model, decided: &Decided, people: &HashMap<Uuid, Author>) -> VersionSummary {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_anybody_can_work_out() {
        assert_eq!(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}

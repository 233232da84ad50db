//! The SQL of versions. Every query starts from whoever asks, or from whom it waits for.

use sea_orm::{ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _};
use uuid::Uuid;

use crate::access::Stage;
use crate::endorsement::{Decided, decided_in};
use crate::entity::{ambition_version, ambition_words, endorsement, membership, partnership};
use crate::partnerships::Membership;

/// Everything that was decided about the ambition of the partnership that somebody is in.
pub(super) async fn decided(db: &impl ConnectionTrait, me: &Membership) -> Result<Decided, DbErr> {
    decided_in(db, me.partnership_id).await
}

/// The words of a version, as canonical JSON.
pub(super) async fn words(db: &impl ConnectionTrait, version: Uuid) -> Result<String, DbErr> {
    let found = ambition_words::Entity::find_by_id(version).one(db).await?;
    Ok(found.ok_or_else(|| DbErr::RecordNotFound("the words of a version".to_owned()))?.content)
}

/// Puts down a version with its words.
pub(super) async fn add(
    db: &impl ConnectionTrait,
    new: ambition_version::Model,
    content: String,
) -> Result<(), DbErr> {
    let words = ambition_words::Model { version_id: new.id, content };
    ambition_version::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    ambition_words::Entity::insert(words.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Puts down what a partner says, instead of what it said before.
pub(super) async fn put_endorsement(db: &impl ConnectionTrait, said: endorsement::Model) -> Result<(), DbErr> {
    take_back(db, said.version_id, said.partner_id).await?;
    endorsement::Entity::insert(said.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Takes back what a partner said.
pub(super) async fn take_back(db: &impl ConnectionTrait, version: Uuid, partner: Uuid) -> Result<(), DbErr> {
    endorsement::Entity::delete_by_id((version, partner)).exec(db).await?;
    Ok(())
}

/// The partnerships that are worked on in which an account speaks for a partner, each with that partner and what was
/// decided there.
pub(super) async fn decided_where_speaks(
    db: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<(partnership::Model, Uuid, Decided)>, DbErr> {
    let speaks = membership::Entity::find()
        .find_also_related(partnership::Entity)
        .filter(membership::Column::AccountId.eq(account))
        .filter(membership::Column::Mandated.eq(true))
        .filter(membership::Column::LeftAt.is_null())
        .all(db)
        .await?;
    let mut found = Vec::new();
    for (membership, partnership) in speaks {
        let underway = partnership.filter(|partnership| partnership.status.stage() == Stage::Underway);
        let (Some(partnership), Some(partner)) = (underway, membership.partner_id) else { continue };
        let decided = decided_in(db, partnership.id).await?;
        if decided.active.contains(&partner) {
            found.push((partnership, partner, decided));
        }
    }
    Ok(found)
}

//! The SQL of versions, behind what was decided ([`crate::endorsement`]).

use sea_orm::{ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _};
use uuid::Uuid;

use crate::access::Stage;
use crate::endorsement::{Decided, decided_in};
use crate::entity::version::{self, Subject};
use crate::entity::{endorsement, membership, partnership, version_words};

/// The content of a version, as canonical JSON.
pub(super) async fn content(db: &impl ConnectionTrait, version: Uuid) -> Result<String, DbErr> {
    let found = version_words::Entity::find_by_id(version).one(db).await?;
    Ok(found.ok_or_else(|| DbErr::RecordNotFound("the words of a version".to_owned()))?.content)
}

/// Puts down a version with its content.
pub(super) async fn add(db: &impl ConnectionTrait, new: version::Model, content: String) -> Result<(), DbErr> {
    let words = version_words::Model { version_id: new.id, content };
    version::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    version_words::Entity::insert(words.into_active_model()).exec_without_returning(db).await?;
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
/// decided there about it.
pub(super) async fn decided_where_speaks(
    db: &impl ConnectionTrait,
    account: Uuid,
    subject: Subject,
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
        let decided = decided_in(db, partnership.id, subject).await?;
        if decided.active.contains(&partner) {
            found.push((partnership, partner, decided));
        }
    }
    Ok(found)
}

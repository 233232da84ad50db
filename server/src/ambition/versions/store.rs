//! The SQL of versions. Every query starts from whoever asks, or from whom it waits for.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use super::standing::{Standing, Voted, standing};
use crate::access::Stage;
use crate::entity::{ambition_version, ambition_words, endorsement, membership, partner, partnership};
use crate::partnerships::Membership;

/// Everything that was decided about an ambition.
#[derive(Clone, Debug, Default)]
pub(super) struct Decided {
    /// The newest first.
    pub(super) versions: Vec<ambition_version::Model>,
    /// By version.
    pub(super) endorsements: BTreeMap<Uuid, Vec<endorsement::Model>>,
    /// The partners that take part.
    pub(super) active: BTreeSet<Uuid>,
}

impl Decided {
    /// Where the ambition stands.
    pub(super) fn standing(&self) -> Standing {
        let voted: Vec<Voted> = self.versions.iter().map(|version| self.voted(version)).collect();
        standing(&voted, &self.active)
    }

    /// The version with a number.
    pub(super) fn version(&self, number: i32) -> Option<&ambition_version::Model> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// What partners say of a version.
    pub(super) fn said_of(&self, version: &ambition_version::Model) -> &[endorsement::Model] {
        self.endorsements.get(&version.id).map_or(&[], Vec::as_slice)
    }

    /// What a partner says of a version.
    pub(super) fn said_by(&self, version: &ambition_version::Model, partner: Uuid) -> Option<&endorsement::Model> {
        self.said_of(version).iter().find(|said| said.partner_id == partner)
    }

    fn voted(&self, version: &ambition_version::Model) -> Voted {
        let yes = self.said_of(version).iter().filter(|said| said.answer.is_yes());
        Voted {
            number: version.number,
            is_withdrawn: version.withdrawn_at.is_some(),
            was_shared: version.shared_at.is_some(),
            yes: yes.map(|said| said.partner_id).collect(),
        }
    }
}

/// Everything that was decided about the ambition of the partnership that somebody is in.
pub(super) async fn decided(db: &impl ConnectionTrait, me: &Membership) -> Result<Decided, DbErr> {
    decided_in(db, me.partnership_id).await
}

/// The same of a partnership, for whom somebody in it lets read.
pub(super) async fn decided_in(db: &impl ConnectionTrait, partnership: Uuid) -> Result<Decided, DbErr> {
    let versions = ambition_version::Entity::find()
        .filter(ambition_version::Column::PartnershipId.eq(partnership))
        .order_by_desc(ambition_version::Column::Number)
        .all(db)
        .await?;
    let of_them = endorsement::Column::VersionId.is_in(versions.iter().map(|version| version.id));
    let mut endorsements: BTreeMap<Uuid, Vec<endorsement::Model>> = BTreeMap::new();
    for said in endorsement::Entity::find().filter(of_them).all(db).await? {
        endorsements.entry(said.version_id).or_default().push(said);
    }
    let active = partner::Entity::find()
        .filter(partner::Column::PartnershipId.eq(partnership))
        .filter(partner::Column::Status.eq(partner::Status::Active))
        .all(db)
        .await?;
    Ok(Decided { versions, endorsements, active: active.into_iter().map(|partner| partner.id).collect() })
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

pub(super) async fn put(db: &impl ConnectionTrait, changed: ambition_version::Model) -> Result<(), DbErr> {
    ambition_version::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
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

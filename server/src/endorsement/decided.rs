//! What was decided about something that partners stand behind together.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use super::standing::{Standing, Voted, standing};
use crate::entity::version::{self, Subject};
use crate::entity::{endorsement, partner};

/// Everything that was decided about it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decided {
    /// The newest first.
    pub(crate) versions: Vec<version::Model>,
    /// By version. What a partner said before it left and came back is not among them: it is asked anew.
    pub(crate) endorsements: BTreeMap<Uuid, Vec<endorsement::Model>>,
    /// The partners that take part.
    pub(crate) active: BTreeSet<Uuid>,
}

impl Decided {
    /// Where it stands.
    pub(crate) fn standing(&self) -> Standing {
        self.standing_among(&self.active)
    }

    /// Where it would stand, or stood, with these partners.
    pub(crate) fn standing_among(&self, partners: &BTreeSet<Uuid>) -> Standing {
        let voted: Vec<Voted> = self.versions.iter().map(|version| self.voted(version)).collect();
        standing(&voted, partners)
    }

    /// The version with a number.
    pub(crate) fn version(&self, number: i32) -> Option<&version::Model> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// What partners say of a version.
    pub(crate) fn said_of(&self, version: &version::Model) -> &[endorsement::Model] {
        self.endorsements.get(&version.id).map_or(&[], Vec::as_slice)
    }

    /// What a partner says of a version.
    pub(crate) fn said_by(&self, version: &version::Model, partner: Uuid) -> Option<&endorsement::Model> {
        self.said_of(version).iter().find(|said| said.partner_id == partner)
    }

    fn voted(&self, version: &version::Model) -> Voted {
        let yes = self.said_of(version).iter().filter(|said| said.answer.is_yes());
        Voted {
            number: version.number,
            is_withdrawn: version.withdrawn_at.is_some(),
            was_shared: version.shared_at.is_some(),
            yes: yes.map(|said| said.partner_id).collect(),
        }
    }
}

/// Everything that was decided about it in a partnership. Only for whom somebody in it lets read.
pub(crate) async fn decided_in(
    db: &impl ConnectionTrait,
    partnership: Uuid,
    subject: Subject,
) -> Result<Decided, DbErr> {
    let versions = version::Entity::find()
        .filter(version::Column::PartnershipId.eq(partnership))
        .filter(version::Column::Subject.eq(subject))
        .order_by_desc(version::Column::Number)
        .all(db)
        .await?;
    let partners = partner::Entity::find().filter(partner::Column::PartnershipId.eq(partnership)).all(db).await?;
    let of_them = endorsement::Column::VersionId.is_in(versions.iter().map(|version| version.id));
    let mut endorsements: BTreeMap<Uuid, Vec<endorsement::Model>> = BTreeMap::new();
    for said in endorsement::Entity::find().filter(of_them).all(db).await? {
        let partner = partners.iter().find(|partner| partner.id == said.partner_id);
        let joined_at = partner.and_then(|partner| partner.joined_at);
        if joined_at.is_none_or(|joined_at| said.given_at >= joined_at) {
            endorsements.entry(said.version_id).or_default().push(said);
        }
    }
    let active = partners.into_iter().filter(|partner| partner.status == partner::Status::Active);
    Ok(Decided { versions, endorsements, active: active.map(|partner| partner.id).collect() })
}

/// Puts down what became of a version.
pub(crate) async fn put_version(db: &impl ConnectionTrait, changed: version::Model) -> Result<(), DbErr> {
    version::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

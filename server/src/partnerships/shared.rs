//! Who sees what people share about themselves with nobody, with those who lead, or with all, and who hears of it. It is
//! said here once, for everything of the kind.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    QueryTrait as _,
};
use uuid::Uuid;

use super::crowd::everybody_in;
use super::events::Audience;
use super::store::Membership;
use crate::access::Role;
use crate::entity::membership;
use crate::entity::shared_with::SharedWith;

/// The columns of a table that say whose something is and with whom it is shared.
#[derive(Clone, Copy, Debug)]
pub struct SharedColumns<C> {
    /// In which partnership it was said.
    pub partnership: C,
    /// Who said it.
    pub account: C,
    /// With whom it is shared.
    pub shared_with: C,
}

impl<C: ColumnTrait> SharedColumns<C> {
    /// All that somebody may see: their own, and what others share with them. Only for who may see of one another at all.
    /// Who left can take nothing back any more: so nobody sees theirs.
    pub fn seen_by(&self, me: &Membership) -> Condition {
        let leads = (me.role == Role::Lead).then(|| self.shared_with.eq(SharedWith::Lead));
        let visible = Condition::any()
            .add(self.account.eq(me.account_id))
            .add(self.shared_with.eq(SharedWith::All))
            .add_option(leads);
        self.of_those_present(me).add(visible)
    }

    /// All that is one's own.
    pub fn written_by(&self, me: &Membership) -> Condition {
        self.within(me).add(self.account.eq(me.account_id))
    }

    /// All of those who did not leave, whoever may see it: for what it decides, never to be shown.
    pub fn of_those_present(&self, me: &Membership) -> Condition {
        let present = membership::Entity::find()
            .select_only()
            .column(membership::Column::AccountId)
            .filter(membership::Column::PartnershipId.eq(me.partnership_id))
            .filter(membership::Column::LeftAt.is_null())
            .into_query();
        self.within(me).add(self.account.in_subquery(present))
    }

    fn within(&self, me: &Membership) -> Condition {
        Condition::all().add(self.partnership.eq(me.partnership_id))
    }
}

/// Who hears of what somebody said when it is, or was, shared in these ways: those who see it, or saw it before.
pub async fn shared_audiences(
    db: &impl ConnectionTrait,
    me: &Membership,
    shared: &[SharedWith],
) -> Result<Vec<Audience>, DbErr> {
    if shared.contains(&SharedWith::All) {
        return Ok(vec![Audience::TakingPart]);
    }
    let mut audiences = vec![Audience::Account(me.account_id)];
    if shared.contains(&SharedWith::Lead) {
        audiences.extend(leads(db, me.partnership_id).await?.into_iter().map(Audience::Account));
    }
    Ok(audiences)
}

/// The accounts of those who lead.
pub async fn leads(db: &impl ConnectionTrait, partnership: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let present = everybody_in(db, partnership).await?;
    Ok(present.into_iter().filter(|present| present.role == Role::Lead).map(|lead| lead.account_id).collect())
}

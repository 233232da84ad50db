//! The SQL of recognitions. Every query starts from who asks, and finds what they may see.

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::profile_part::{self, Part};
use crate::entity::recognition::{self, Column, State};
use crate::partnerships::{Audience, Membership};
use crate::profiles::parts::{qualities_shown_to_all, shown_qualities};

/// Those that somebody may see, in the order in which they were given.
pub(super) async fn seen(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<recognition::Model>, DbErr> {
    recognition::Entity::find()
        .filter(seen_by(me))
        .order_by_asc(Column::GivenAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

/// Those that everybody who takes part may see.
pub(in crate::profiles) async fn shown_to_all(
    db: &impl ConnectionTrait,
    me: &Membership,
) -> Result<Vec<recognition::Model>, DbErr> {
    recognition::Entity::find()
        .filter(Column::PartnershipId.eq(me.partnership_id))
        .filter(Column::State.eq(State::Accepted))
        .filter(Column::About.in_subquery(qualities_shown_to_all(me)))
        .all(db)
        .await
}

/// One of them.
pub(super) async fn seen_one(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<recognition::Model>, DbErr> {
    recognition::Entity::find_by_id(id).filter(seen_by(me)).one(db).await
}

/// The one place where it is decided who sees what.
fn seen_by(me: &Membership) -> Condition {
    let accepted =
        Condition::all().add(Column::State.eq(State::Accepted)).add(Column::About.in_subquery(shown_qualities(me)));
    let seen =
        Condition::any().add(Column::About.eq(me.account_id)).add(Column::GivenBy.eq(me.account_id)).add(accepted);
    Condition::all().add(Column::PartnershipId.eq(me.partnership_id)).add(seen)
}

/// Who sees one, as it is now.
pub(super) async fn audiences(db: &impl ConnectionTrait, of: &recognition::Model) -> Result<Vec<Audience>, DbErr> {
    let mut audiences = vec![Audience::Account(of.about), Audience::Account(of.given_by)];
    let key = (of.partnership_id, of.about, Part::Qualities);
    let qualities = profile_part::Entity::find_by_id(key).one(db).await?;
    if let Some(part) = qualities.filter(|_| of.state == State::Accepted) {
        audiences.push(part.visible_to.audience(part.account_id, part.partner_id));
    }
    Ok(audiences)
}

/// Whether somebody recognised this quality in this person before.
pub(super) async fn given_before(
    db: &impl ConnectionTrait,
    me: &Membership,
    about: Uuid,
    quality: &str,
) -> Result<bool, DbErr> {
    let given = recognition::Entity::find()
        .filter(Column::PartnershipId.eq(me.partnership_id))
        .filter(Column::GivenBy.eq(me.account_id))
        .filter(Column::About.eq(about))
        .filter(Column::Quality.eq(quality));
    Ok(given.count(db).await? > 0)
}

pub(super) async fn add(db: &impl ConnectionTrait, new: recognition::Model) -> Result<(), DbErr> {
    recognition::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: recognition::Model) -> Result<(), DbErr> {
    recognition::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

pub(super) async fn remove(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    recognition::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

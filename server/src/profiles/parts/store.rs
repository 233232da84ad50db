//! The SQL of profiles. Every query starts from who asks, and finds what they may see.

use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _,
};

use crate::entity::profile_part::{self, Column, Part};
use crate::partnerships::{CircleColumns, Membership};

/// Whose a part is, and who sees it: the one place where that is decided for them.
const CIRCLE: CircleColumns<Column> = CircleColumns {
    partnership: Column::PartnershipId,
    account: Column::AccountId,
    partner: Column::PartnerId,
    visible_to: Column::VisibleTo,
};

/// Those that somebody may see.
pub(super) async fn seen(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<profile_part::Model>, DbErr> {
    profile_part::Entity::find()
        .filter(CIRCLE.seen_by(me))
        .order_by_asc(Column::AccountId)
        .order_by_asc(Column::Part)
        .all(db)
        .await
}

/// Those that everybody who takes part may see.
pub(super) async fn shown_to_all(
    db: &impl ConnectionTrait,
    me: &Membership,
) -> Result<Vec<profile_part::Model>, DbErr> {
    profile_part::Entity::find().filter(CIRCLE.seen_by_all(me)).all(db).await
}

/// Whose core qualities everybody who takes part may see: their accounts.
pub(in crate::profiles) fn qualities_shown_to_all(me: &Membership) -> SelectStatement {
    let shown = profile_part::Entity::find().select_only().column(Column::AccountId);
    shown.filter(CIRCLE.seen_by_all(me)).filter(Column::Part.eq(Part::Qualities)).into_query()
}

/// Whose core qualities somebody may see: their accounts.
pub(in crate::profiles) fn shown_qualities(me: &Membership) -> SelectStatement {
    let shown = profile_part::Entity::find().select_only().column(Column::AccountId);
    shown.filter(CIRCLE.seen_by(me)).filter(Column::Part.eq(Part::Qualities)).into_query()
}

/// One of one's own.
pub(super) async fn own(
    db: &impl ConnectionTrait,
    me: &Membership,
    part: Part,
) -> Result<Option<profile_part::Model>, DbErr> {
    profile_part::Entity::find().filter(CIRCLE.written_by(me)).filter(Column::Part.eq(part)).one(db).await
}

/// Puts down what one says, instead of what one said before.
pub(super) async fn put(db: &impl ConnectionTrait, is_there: bool, said: profile_part::Model) -> Result<(), DbErr> {
    if is_there {
        profile_part::Entity::update(said.into_active_model().reset_all()).exec(db).await?;
    } else {
        profile_part::Entity::insert(said.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}

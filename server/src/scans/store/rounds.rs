//! The SQL of rounds.

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::access::Stage;
use crate::entity::scan_round::{self, Status};
use crate::entity::{membership, partnership};
use crate::partnerships::Membership;

/// All rounds of a partnership, the latest first.
pub(in crate::scans) async fn rounds(
    db: &impl ConnectionTrait,
    me: &Membership,
) -> Result<Vec<scan_round::Model>, DbErr> {
    scan_round::Entity::find()
        .filter(of(me))
        .order_by_desc(scan_round::Column::PlannedFor)
        .order_by_desc(scan_round::Column::Id)
        .all(db)
        .await
}

/// One of them.
pub(in crate::scans) async fn round(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<scan_round::Model>, DbErr> {
    scan_round::Entity::find_by_id(id).filter(of(me)).one(db).await
}

/// The same, so that until the transaction ends nothing about it changes and nobody answers.
pub(in crate::scans) async fn lock_round(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<scan_round::Model>, DbErr> {
    scan_round::Entity::find_by_id(id).filter(of(me)).lock_exclusive().one(db).await
}

/// The same, for whoever shows a ballot for it.
pub(in crate::scans) async fn by_id(
    db: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<scan_round::Model>, DbErr> {
    scan_round::Entity::find_by_id(id).one(db).await
}

/// The same, locked; also when its day has come.
pub(in crate::scans) async fn lock_by_id(
    db: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<scan_round::Model>, DbErr> {
    scan_round::Entity::find_by_id(id).lock_exclusive().one(db).await
}

/// Those that are planned or open where somebody is, with their membership and the partnership.
pub(in crate::scans) async fn unfinished_of(
    db: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<(scan_round::Model, membership::Model, partnership::Model)>, DbErr> {
    let memberships = membership::Entity::find()
        .find_also_related(partnership::Entity)
        .filter(membership::Column::AccountId.eq(account))
        .filter(membership::Column::LeftAt.is_null())
        .all(db)
        .await?;
    let partnerships = memberships.iter().map(|(membership, _)| membership.partnership_id);
    let rounds = scan_round::Entity::find()
        .filter(scan_round::Column::PartnershipId.is_in(partnerships))
        .filter(scan_round::Column::Status.ne(Status::Closed))
        .all(db)
        .await?;
    let with_membership = |round: scan_round::Model| {
        let of_it = |(membership, _): &&(membership::Model, _)| membership.partnership_id == round.partnership_id;
        let (membership, partnership) = memberships.iter().find(of_it)?.clone();
        Some((round, membership, partnership?))
    };
    Ok(rounds.into_iter().filter_map(with_membership).collect())
}

/// The open ones, over all partnerships: the first to close first.
pub(in crate::scans) async fn open(db: &impl ConnectionTrait) -> Result<Vec<scan_round::Model>, DbErr> {
    scan_round::Entity::find()
        .filter(scan_round::Column::Status.eq(Status::Open))
        .order_by_asc(scan_round::Column::ClosesAt)
        .all(db)
        .await
}

/// How far the partnership of a round is in its life.
pub(in crate::scans) async fn stage(
    db: &impl ConnectionTrait,
    round: &scan_round::Model,
) -> Result<Option<Stage>, DbErr> {
    let found = partnership::Entity::find_by_id(round.partnership_id).one(db).await?;
    Ok(found.map(|partnership| partnership.status.stage()))
}

pub(in crate::scans) async fn add_round(db: &impl ConnectionTrait, round: scan_round::Model) -> Result<(), DbErr> {
    scan_round::Entity::insert(round.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(in crate::scans) async fn put_round(db: &impl ConnectionTrait, round: scan_round::Model) -> Result<(), DbErr> {
    scan_round::Entity::update(round.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

pub(in crate::scans) async fn drop_round(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<(), DbErr> {
    scan_round::Entity::delete_many().filter(scan_round::Column::Id.eq(id)).filter(of(me)).exec(db).await?;
    Ok(())
}

fn of(me: &Membership) -> Condition {
    Condition::all().add(scan_round::Column::PartnershipId.eq(me.partnership_id))
}

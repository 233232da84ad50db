//! The SQL of reports: they are added, and read.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::{scan_report, scan_round};

pub(in crate::scans) async fn add_report(
    db: &impl ConnectionTrait,
    report: scan_report::Model,
) -> Result<(), DbErr> {
    scan_report::Entity::insert(report.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// What was reported of a round.
pub(in crate::scans) async fn report(
    db: &impl ConnectionTrait,
    round: Uuid,
) -> Result<Option<scan_report::Model>, DbErr> {
    scan_report::Entity::find_by_id(round).one(db).await
}

/// Everything that was reported in a partnership before, the latest first.
pub(in crate::scans) async fn reports_before(
    db: &impl ConnectionTrait,
    partnership: Uuid,
) -> Result<Vec<(scan_round::Model, scan_report::Model)>, DbErr> {
    let rounds = scan_round::Entity::find()
        .filter(scan_round::Column::PartnershipId.eq(partnership))
        .filter(scan_round::Column::ClosedAt.is_not_null())
        .order_by_desc(scan_round::Column::ClosedAt)
        .order_by_desc(scan_round::Column::Id)
        .all(db)
        .await?;
    let ids = rounds.iter().map(|round| round.id);
    let mut reports = scan_report::Entity::find().filter(scan_report::Column::RoundId.is_in(ids)).all(db).await?;
    let with_report = |round: scan_round::Model| {
        let place = reports.iter().position(|report| report.round_id == round.id)?;
        Some((round, reports.swap_remove(place)))
    };
    Ok(rounds.into_iter().filter_map(with_report).collect())
}

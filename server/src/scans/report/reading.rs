//! Reports, as they were kept.

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::comparing::Earlier;
use super::content::Content;
use crate::access::{Action, Denied};
use crate::entity::scan_round;
use crate::partnerships::Membership;
use crate::scans::error::ScanError;
use crate::scans::store;

/// A report and its round.
pub(super) struct Report {
    pub(super) round: scan_round::Model,
    pub(super) content: Content,
}

/// The report of a round, for whoever may see it.
pub(super) async fn read(db: &impl ConnectionTrait, me: &Membership, round: Uuid) -> Result<Report, ScanError> {
    let round = store::round(db, me, round).await?.ok_or(ScanError::NotFound)?;
    match me.may(Action::ReadReports) {
        // A lead decided that observers see this one.
        Err(Denied::ByRole) if round.shared => me.may(Action::ReadPartnership)?,
        decided => decided?,
    }
    let report = store::report(db, round.id).await?.ok_or(ScanError::NotReported)?;
    Ok(Report { round, content: serde_json::from_str(&report.content)? })
}

/// Everything that was reported in a partnership until now, the latest first.
pub(crate) async fn earlier(db: &impl ConnectionTrait, partnership: Uuid) -> Result<Vec<Earlier>, ScanError> {
    let reports = store::reports_before(db, partnership).await?;
    let read = |(round, report): (scan_round::Model, crate::entity::scan_report::Model)| {
        Ok(Earlier::new(&round, serde_json::from_str(&report.content)?, serde_json::from_str(&report.basis)?))
    };
    reports.into_iter().map(read).collect()
}

//! The demo (being written).
use sea_orm::DbErr;

use crate::app::App;

/// Fills an empty database.
pub async fn fill(_app: &App) -> Result<(), DbErr> {
    Ok(())
}

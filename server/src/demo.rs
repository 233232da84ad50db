//! The demo (being written).

mod people;

use sea_orm::DbErr;

pub(crate) use self::people::{PASSWORD, PEOPLE, Part};
use crate::app::App;

/// Fills an empty database.
pub async fn fill(_app: &App) -> Result<(), DbErr> {
    Ok(())
}

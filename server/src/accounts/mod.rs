//! Accounts (being written).
use sea_orm::DbErr;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::app::{App, SigningKey};
use crate::clock::Clock;
use crate::config::PublicUrl;
use crate::database::Database;

/// Routes.
pub fn routes(_config: &mut ServiceConfig<'_>) {}

/// The installation's signing key, made when there is none.
pub async fn signing_key(_database: &Database, _clock: &dyn Clock) -> Result<SigningKey, DbErr> {
    Ok(SigningKey { id: String::new(), secret: Vec::new() })
}

/// Prints the one-time link while there is no administrator.
pub async fn announce_setup(_app: &App) -> Result<(), DbErr> {
    Ok(())
}

/// A new one-time link, or none when there is an administrator.
pub async fn new_setup_link(_: &Database, _: &dyn Clock, _: &PublicUrl) -> Result<Option<String>, DbErr> {
    Ok(None)
}

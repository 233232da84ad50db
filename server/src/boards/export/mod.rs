//! A board as a file: Markdown to read, CSV for a spreadsheet, JSON for a program.

mod csv;
mod file_name;
mod handlers;
mod markdown;
mod wording;

use utoipa_actix_web::service_config::ServiceConfig;

/// The export's route.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config.service(handlers::export_board);
}

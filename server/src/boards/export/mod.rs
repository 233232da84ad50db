//! A board as a file: Markdown to read, CSV and XLSX for a spreadsheet, JSON for a program.

mod handlers;
mod markdown;
mod rows;
mod wording;

use utoipa_actix_web::service_config::ServiceConfig;

/// The export's route.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config.service(handlers::export_board);
}

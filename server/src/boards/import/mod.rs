//! Cards pasted from elsewhere: a list, or what a spreadsheet puts on the clipboard or into a file.
//!
//! The text is read into rows first ([`list`], [`table`]), each with its problem if it has one, so that a preview shows
//! what would come of it. Then all rows are added in one change, or none.

mod api;
mod handlers;
mod list;
mod rows;
mod table;

use utoipa_actix_web::service_config::ServiceConfig;

/// The import's route.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config.service(handlers::import_notes);
}

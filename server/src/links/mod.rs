//! Links of cards: what hangs on what. A card of a canvas is linked to another card, to a passage of the ambition, or to a
//! line of the ledger.
//!
//! A link is a record beside what it joins, and shows what of it somebody may see. One whose card is in the bin is left out
//! until the card is on its board again. One to a line that somebody does not see does not exist for them, in lists, counts
//! and events; with the line it goes. Whether a passage still stands where it did only a page with the document knows, so a
//! link keeps what stood there.

mod api;
mod error;
mod handlers;
mod making;
mod reading;
mod store;
mod telling;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config.service(handlers::card_links).service(handlers::link_card).service(handlers::unlink_card);
}

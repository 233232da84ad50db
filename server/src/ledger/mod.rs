//! The ledger: what the collaboration costs and brings, jointly and for each partner, in money, hours and words.
//!
//! Mismatched expectations come out late and dear. So every partner says early what it expects to pay and to get, joint
//! lines say what of them is for whom, and the sums and checks say what there is to talk about. A joint line is everybody's
//! who takes part; a partner's own line is written by those who act for it, and may be for them alone. What somebody reads,
//! sums and checks too, is worked out from the lines that they see and from nothing else: so a line that a partner keeps to
//! itself changes no figure that anybody else reads.

mod api;
mod entry;
mod error;
mod export;
mod frozen;
mod handlers;
mod import;
mod keeping;
pub mod method;
mod reading;
mod seen;
mod store;
mod telling;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use self::api::{LedgerChecks, LedgerYear};
pub(crate) use self::error::LedgerError;
pub(crate) use self::frozen::{FrozenLedger, checks, frozen};
pub(crate) use self::seen::{SeenLine, seen_lines};

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::ledger)
        .service(export::export_ledger)
        .service(import::preview_ledger_import)
        .service(import::import_ledger)
        .service(handlers::begin_ledger)
        .service(handlers::add_ledger_line)
        .service(handlers::put_ledger_line)
        .service(handlers::remove_ledger_line);
}

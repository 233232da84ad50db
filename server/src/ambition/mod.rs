//! The shared ambition as a fact: what partners decide about the words that they write together.
//!
//! The words themselves are a board. What is said of them in somebody's own name is here: a lead puts them before the
//! partners as a *version*, which never changes, and each partner says whether it stands behind exactly that version
//! ([`versions`]). What they write it from is here too: how each partner sees the challenge ([`views`]), and what each
//! person wants with it ([`individual`]).

mod error;
mod individual;
mod versions;
mod views;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use self::versions::{WaitingVersion, versions_waiting_for};

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config.configure(versions::routes).configure(individual::routes).configure(views::routes);
}

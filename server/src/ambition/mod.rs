//! The shared ambition as a fact: what partners decide about the words that they write together.
//!
//! The words themselves are a board. What is said of them in somebody's own name is here: a lead puts them before the
//! partners as a *version*, which never changes, and each partner says whether it stands behind exactly that version
//! ([`versions`]). What they write it from is here too: how each partner sees the challenge ([`views`]), and what each
//! person wants with it ([`individual`]). People outside read it by a link ([`links`]); and once a year those inside look
//! again at what they want in ten years ([`horizon`]).

mod error;
mod horizon;
mod individual;
mod links;
mod versions;
mod views;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use self::horizon::{WaitingHorizon, horizons_waiting_for, tend};

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .configure(versions::routes)
        .configure(individual::routes)
        .configure(views::routes)
        .configure(horizon::routes)
        .configure(links::routes);
}

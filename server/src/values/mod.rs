//! Values: partners rarely hold the same ones to the same degree.
//!
//! Which values they hold in common, and what they mean by them, they write together on a board. What is said of that in
//! somebody's own name is here: how strongly each partner holds each ([`strengths`]), what each person values for
//! themselves ([`own`]), and the questions that somebody asks themselves when it is tense ([`tension`]).

mod error;
mod own;
mod strengths;
mod tension;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config.configure(strengths::routes).configure(own::routes).configure(tension::routes);
}

//! Answering: so that nobody can join an answer to a person.
//!
//! It takes two steps. Signed in, whoever was asked says that they send, and gets a ballot ([`sending`]). Some seconds
//! later, without being signed in, they answer with it ([`casting`]). Between the two there is nothing in the database
//! that leads from one to the other ([`ballot`]), and nothing is logged of the second.
//!
//! Where partners answer as partners there is nothing to hide: a partner's answer is given by name ([`voice`]).

mod answers;
mod api;
mod ballot;
mod casting;
mod handlers;
mod sending;
mod voice;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use self::answers::Answers;

/// The addresses of answering.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::send)
        .service(handlers::cast)
        .service(handlers::own_voice)
        .service(handlers::give_voice);
}

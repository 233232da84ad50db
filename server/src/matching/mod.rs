//! Who could take on which role: how well each fits somebody ([`fit`]), and how the seats are best divided among all
//! ([`suggestion`]). Pure functions of what people say of themselves; who may see what of it is not decided here.
//!
//! The weights are the method's own: half of a fit is what somebody is good at, a fifth what drives them, three tenths what
//! gives them energy.

pub mod fit;
pub mod suggestion;

#[cfg(test)]
mod vectors;

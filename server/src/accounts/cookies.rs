//! The two cookies in which a browser keeps its session.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use super::sessions::{Grant, IDLE_LIFE};
use super::token::ACCESS_LIFE;
use crate::config::PublicUrl;

/// The access token a browser sends along.
pub(super) fn access(request: &HttpRequest, public_url: &PublicUrl) -> Option<String> {
    request.cookie(names(public_url).0).map(|cookie| cookie.value().to_owned())
}

/// The refresh token a browser sends along.
pub(super) fn refresh(request: &HttpRequest, public_url: &PublicUrl) -> Option<String> {
    request.cookie(names(public_url).1).map(|cookie| cookie.value().to_owned())
}

/// The cookies that sign a browser in.
pub(super) fn signed_in(grant: &Grant, public_url: &PublicUrl) -> [Cookie<'static>; 2] {
    let (access, refresh) = names(public_url);
    [
        cookie(access, grant.access.text.clone(), ACCESS_LIFE.num_seconds(), public_url),
        cookie(refresh, grant.refresh.clone(), IDLE_LIFE.num_seconds(), public_url),
    ]
}

/// The cookies that sign a browser out.
pub(super) fn signed_out(public_url: &PublicUrl) -> [Cookie<'static>; 2] {
    let (access, refresh) = names(public_url);
    [cookie(access, String::new(), 0, public_url), cookie(refresh, String::new(), 0, public_url)]
}

/// `__Host-` makes browsers refuse a cookie that a neighbouring site set; they refuse it too where the page came over
/// plain http, which is why a local installation goes without.
fn names(public_url: &PublicUrl) -> (&'static str, &'static str) {
    if public_url.is_https() {
        ("__Host-samenspel_access", "__Host-samenspel_refresh")
    } else {
        ("samenspel_access", "samenspel_refresh")
    }
}

fn cookie(name: &'static str, value: String, seconds: i64, public_url: &PublicUrl) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(public_url.is_https())
        .max_age(Duration::seconds(seconds))
        .finish()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use crate::config::Config;

    fn public_url(text: &str) -> PublicUrl {
        let lookup = |name: &str| (name == "SAMENSPEL_PUBLIC_URL").then(|| text.to_owned());
        Config::from_variables(lookup).unwrap().public_url
    }

    #[test]
    fn cookies_are_bound_to_the_host_wherever_that_can_be() {
        let [access, refresh] = signed_out(&public_url("https://samenspel.example"));
        let expected = "HttpOnly; SameSite=Strict; Secure; Path=/; Max-Age=0";
        assert_eq!(access.to_string(), format!("__Host-samenspel_access=; {expected}"));
        assert_eq!(refresh.to_string(), format!("__Host-samenspel_refresh=; {expected}"));
    }

    #[test]
    fn a_local_installation_over_http_has_plain_cookies() {
        let [access, refresh] = signed_out(&public_url("http://localhost:8080"));
        let expected = "HttpOnly; SameSite=Strict; Path=/; Max-Age=0";
        assert_eq!(access.to_string(), format!("samenspel_access=; {expected}"));
        assert_eq!(refresh.to_string(), format!("samenspel_refresh=; {expected}"));
    }
}

//! What a request brings to show who sent it, and from where.

use actix_web::HttpRequest;
use actix_web::http::Method;
use actix_web::http::header;

use super::cookies;
use super::error::AccountError;
use crate::config::PublicUrl;

/// The one thing a request is believed by.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Credential {
    /// An access token in a cookie: the browser sends it by itself, whoever made it send the request.
    Cookie(String),
    /// An access token in the header `Authorization`.
    Bearer(String),
}

/// The page a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// One of ours.
    Ours,
    /// Somebody else's, or one that does not want to be known.
    Foreign,
    /// No page, or a page whose browser does not say.
    Unsaid,
}

/// What `request` is believed by, if it brings anything; a cookie counts for a change only from our own pages.
pub(super) fn of(request: &HttpRequest, public_url: &PublicUrl) -> Result<Option<Credential>, AccountError> {
    match (cookies::access(request, public_url), bearer(request)) {
        (Some(_), Some(_)) => Err(AccountError::CookieAndBearer),
        (Some(cookie), None) => {
            let only_reads = [Method::GET, Method::HEAD].contains(request.method());
            if !only_reads && origin(request, public_url) != Origin::Ours {
                return Err(AccountError::BadOrigin);
            }
            Ok(Some(Credential::Cookie(cookie)))
        }
        (None, bearer) => Ok(bearer.map(Credential::Bearer)),
    }
}

/// The token in `Authorization: Bearer …`. Other schemes are between the client and what stands before us.
pub(super) fn bearer(request: &HttpRequest) -> Option<String> {
    let (scheme, token) = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

/// Where `request` says it comes from. Two answers are none of ours.
pub(super) fn origin(request: &HttpRequest, public_url: &PublicUrl) -> Origin {
    let ours = public_url.origin();
    let mut said = request.headers().get_all(header::ORIGIN).peekable();
    if said.peek().is_none() {
        Origin::Unsaid
    } else if said.all(|origin| origin.as_bytes() == ours.as_bytes()) {
        Origin::Ours
    } else {
        Origin::Foreign
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;
    use crate::config::Config;

    fn ours() -> PublicUrl {
        let lookup = |name: &str| (name == "SAMENSPEL_PUBLIC_URL").then(|| "https://samen.example".to_owned());
        Config::from_variables(lookup).unwrap().public_url
    }

    #[test]
    fn only_exactly_our_own_address_is_ours() {
        for (said, expected) in [
            (&["https://samen.example"][..], Origin::Ours),
            (&[], Origin::Unsaid),
            (&["null"], Origin::Foreign),
            (&["http://samen.example"], Origin::Foreign),
            (&["https://samen.example:444"], Origin::Foreign),
            (&["https://samen.example.evil.example"], Origin::Foreign),
            (&["https://www.samen.example"], Origin::Foreign),
            (&["https://samen.example/"], Origin::Foreign),
            (&["https://samen.example", "https://evil.example"], Origin::Foreign),
        ] {
            let request = said
                .iter()
                .fold(TestRequest::get(), |request, origin| request.append_header((header::ORIGIN, *origin)));
            assert_eq!(origin(&request.to_http_request(), &ours()), expected, "{said:?}");
        }
    }

    #[test]
    fn a_cookie_changes_things_from_our_own_pages_only() {
        let cookie = || actix_web::cookie::Cookie::new("__Host-samenspel_access", "token");
        let reading = TestRequest::get().cookie(cookie()).to_http_request();
        assert!(matches!(of(&reading, &ours()), Ok(Some(Credential::Cookie(_)))));
        let changing = TestRequest::post().cookie(cookie());
        assert!(matches!(of(&changing.to_http_request(), &ours()), Err(AccountError::BadOrigin)));
        let ours_changing =
            TestRequest::post().cookie(cookie()).append_header((header::ORIGIN, "https://samen.example"));
        assert!(matches!(of(&ours_changing.to_http_request(), &ours()), Ok(Some(Credential::Cookie(_)))));
    }

    #[test]
    fn a_bearer_token_needs_no_page_and_no_cookie() {
        let bearer = TestRequest::post().append_header((header::AUTHORIZATION, "bearer abc"));
        assert_eq!(of(&bearer.to_http_request(), &ours()).unwrap(), Some(Credential::Bearer("abc".into())));
        let both = TestRequest::get()
            .append_header((header::AUTHORIZATION, "Bearer abc"))
            .cookie(actix_web::cookie::Cookie::new("__Host-samenspel_access", "token"));
        assert!(matches!(of(&both.to_http_request(), &ours()), Err(AccountError::CookieAndBearer)));
        let basic = TestRequest::get().append_header((header::AUTHORIZATION, "Basic abc"));
        assert!(of(&basic.to_http_request(), &ours()).unwrap().is_none());
    }
}

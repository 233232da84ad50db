//! The partnerships somebody takes part in.

use serde_json::Value;
use tests::World;

#[tokio::test]
async fn everybody_sees_the_partnerships_they_take_part_in_and_as_what() {
    let world = World::start().await;
    for (name, role, mandated) in [
        ("lead", "lead", false),
        ("member", "member", true),
        ("third", "member", true),
        ("observer", "observer", false),
    ] {
        let person = world.person(name).await;
        let list = person.get("/api/v1/partnerships").await.expect(200);
        let items = list["items"].as_array().unwrap();
        assert_eq!(items.len(), 1, "{name}: {list}");
        assert_eq!(list["next"], Value::Null);
        assert_eq!(items[0]["id"], world.own.partnership.as_str());
        assert_eq!((&items[0]["role"], &items[0]["status"]), (&role.into(), &"active".into()), "{name}");

        let path = format!("/api/v1/partnerships/{}", world.own.partnership);
        let partnership = person.get(&path).await.expect(200);
        assert_eq!(partnership["me"]["account_id"], person.id());
        assert_eq!(partnership["me"]["role"], role);
        if name != "lead" {
            assert_eq!(partnership["me"]["mandated"], mandated, "{name}");
        }
        assert_eq!(partnership["partners"].as_array().unwrap().len(), 3);
    }
}

#[tokio::test]
async fn an_administrators_account_opens_no_partnership() {
    let world = World::start().await;
    for name in ["admin", "orgadmin"] {
        let list = world.person(name).await.get("/api/v1/partnerships").await.expect(200);
        assert_eq!(list["items"].as_array().unwrap().len(), 0, "{name}");
    }
}

#[tokio::test]
async fn each_partner_has_a_mark_of_its_own_and_each_member_belongs_to_one_of_them() {
    let world = World::start().await;
    let path = format!("/api/v1/partnerships/{}", world.own.partnership);
    let partnership = world.person("lead").await.get(&path).await.expect(200);
    let partners = partnership["partners"].as_array().unwrap();
    let mut marks: Vec<_> = partners.iter().map(|partner| partner["mark"].as_i64().unwrap()).collect();
    marks.sort_unstable();
    assert_eq!(marks, [1, 2, 3]);
    for partner in partners {
        let color = partner["color"].as_str().unwrap();
        assert!(color.len() == 7 && color.starts_with('#'), "{partner}");
    }
    for member in partnership["members"].as_array().unwrap() {
        let partner = &member["partner_id"];
        let is_of_a_partner = partners.iter().any(|known| known["id"] == *partner);
        assert!(is_of_a_partner || (partner.is_null() && member["role"] != "member"), "{member}");
    }
}

#[tokio::test]
async fn a_partnership_has_an_ambition_a_canvas_roles_and_values() {
    let world = World::start().await;
    let path = format!("/api/v1/partnerships/{}/boards", world.own.partnership);
    let boards = world.person("observer").await.get(&path).await.expect(200);
    let kinds: Vec<_> = boards["items"].as_array().unwrap().iter().map(|board| board["kind"].clone()).collect();
    assert_eq!(kinds, ["ambition", "canvas", "roles", "values"]);
}

#[tokio::test]
async fn the_demo_is_filled_so_that_there_is_something_to_look_at() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let content = async |board: &str| lead.get(&format!("/api/v1/boards/{board}/content")).await.expect(200);
    let ambition = content(&world.own.ambition).await;
    assert_eq!(ambition["kind"], "ambition");
    for field in ["headline", "statement", "horizon"] {
        assert!(ambition[field].as_str().is_some_and(|text| text.len() > 10), "{field}: {ambition}");
    }
    assert!(ambition["statement_html"].as_str().unwrap().starts_with('<'), "{ambition}");
    assert!(content(&world.own.canvas).await["notes"].as_array().unwrap().len() >= 9);
    assert!(content(&world.own.roles).await["roles"].as_array().unwrap().len() >= 2);
}

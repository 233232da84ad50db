//! Who guides for no partner sees what a lead sees, and answers nothing.

use serde_json::{Value, json};
use tests::World;

use super::{Crowd, all_alike, anonymous, answer, choice, close, opened, planned, send};

#[tokio::test]
async fn a_neutral_facilitator_sees_what_a_lead_sees_and_answers_nothing() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 3), ("member", 3), ("third", 1)]).await;
    let guests = format!("/api/v1/partnerships/{}/guests", world.own.partnership);
    let invitation = json!({ "email": "outsider@demo.example", "name": "Otto", "part": "guide" });
    crowd.lead().post(&guests, &invitation).await.expect(204);
    let guide = world.person("outsider").await;
    let asked = guide.get("/api/v1/me/membership-invitations").await.expect(200)["items"][0]["id"].clone();
    let accept = format!("/api/v1/me/membership-invitations/{}/accept", asked.as_str().unwrap());
    guide.post(&accept, &json!({})).await.expect(204);

    let round = opened(&world, &guide, "pulse", anonymous()).await;
    assert!(!guide.turns().await.contains(&"scan_open".to_owned()), "nobody asks them");
    send(&guide, &round, &choice()).await.expect_problem(403, "not_asked");
    let response = all_alike(&guide, &round, Some(4)).await;
    for people in crowd.of.values() {
        for person in people {
            answer(&world, person, &round, &response).await;
        }
    }
    let seen = guide.get(&round).await.expect(200);
    assert_eq!(
        (&seen["mine"], &seen["counts"]),
        (&json!("not_asked"), &crowd.lead().get(&round).await.json()["counts"])
    );
    assert_eq!(seen["counts"]["invited"], 7);
    close(&guide, &round).await;
    let report = format!("{round}/report");
    assert_eq!(guide.get(&report).await.expect(200), crowd.lead().get(&report).await.expect(200));

    let voice = planned(&world, &guide, "pulse").await;
    let opening = json!({ "mode": "partner_voice", "days": 7 });
    let open = guide.post(&format!("{voice}/open"), &opening).await.expect(200);
    assert_eq!((&open["mine"], &open["counts"]["invited"]), (&json!("not_asked"), &json!(3)));
    guide.put(&format!("{voice}/voice"), &response).await.expect_problem(403, "forbidden");
    assert_eq!(guide.get(&voice).await.expect(200)["counts"]["sent"], Value::from(0));
}

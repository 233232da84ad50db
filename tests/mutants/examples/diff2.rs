use mutants::honest::*; use mutants::anatomy::*; use samenspel::realtime::trial::*; use yrs::updates::decoder::Decode;
fn main(){ std::panic::set_hook(Box::new(|i|println!("PANIC {i}")));
 for d in std::env::args().skip(1) { println!("\n=== {d}");
 let (k,log,m)=mutants::evidence::read(std::path::Path::new(&d)).unwrap();
 let u=update_in(&m).unwrap_or(&[0,0]).to_vec();
 let ast=format!("{:?}", Update::read(&u)); println!("{}", &ast[..ast.len().min(1500)]);
 let r=std::panic::catch_unwind(||yrs::Update::decode_v1(&u).map(|_|()));
 println!("decode {:?}", r);
 for who in 0..3 { let mut t=Trial::open(k.vocabulary(),log.clone()).unwrap(); let s0=t.state().unwrap();
 let c=t.join(account(who)); let o=t.hear(c, m.clone().into()); println!("{who} {o:?} reloads {}", t.reloads());
 if o==Outcome::Taken { let s=t.state().unwrap(); for (w,x) in [("restart",t.after_restart().unwrap()),("snapshot",t.after_snapshot().unwrap())] {
  if !is_same_document(&s,&x) { println!("{w} differs"); 
   std::fs::write("/tmp/s0",format!("{:#?}",Update::read(&s0))).unwrap();
   let a=format!("{:#?}",Update::read(&s)); let b=format!("{:#?}",Update::read(&x)); std::fs::write("/tmp/a",a).unwrap(); std::fs::write("/tmp/b",b).unwrap();
   let o=std::process::Command::new("diff").args(["-U3","/tmp/a","/tmp/b"]).output().unwrap(); let o=String::from_utf8_lossy(&o.stdout).into_owned(); let o=o.replace(" ",""); println!("{}", o.chars().take(1500).collect::<String>().replace("\n"," ")); } } break; } }
 } }

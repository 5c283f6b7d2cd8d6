const listed = `
0192837465 1029384756 1122334455 112233445566 11223344556677889900 1123581321
1231231231 123123123123 12341234123 123412341234 1234512345 123454321a 1234554321 123456123456 12345654321
123456654321 1234567890a 1234567890q 1234567891 12345678910 1234567899 123456789a 123456789abc
123456789o 123456789q 123456qwerty 12345qwert 1234qwerasdf 1234qwerty 123abc123abc 123qwe123qwe 123qweasdzxc
1357924680 1472583690 147258369a 147852369a 1597534682 1q2w3e4r5t 1q2w3e4r5t6y 1qaz1qaz1qaz 1qaz2wsx3edc
1qaz2wsx3edc4rfv 1qazxsw23edc 2468013579 2718281828 3141592653 3141592654 3692581470 5201314520 7418529630
7894561230 a123456789 a1234567890 a1b2c3d4e5 a1s2d3f4g5 aa12345678 aa123456789 abc1234567
abc123456789 abc123abc123 abcd123456 abcde12345 abcdef1234 abcdefg123 abcdefgh12 admin12345 admin123456
admin1234567 admin@1234 adminadmin adminadmin1 administrator administrator1 adminpassword andrew1234
arsenal123 asd123asd123 asdf1234asdf asdfasdfasdf asdfghjkl123 asdfghjkl; asdfghjklasdfghjkl asdqwe123456
ashley1234 autumn2023 autumn2024 autumn2025 autumn2026 azerty12345 azertyuiop barcelona1 barcelona123
baseball12 baseball123 basketball basketball1 basketball123 batman1234 blink182blink buttercup1 butterfly1
butterfly123 california california1 changeme123 changeme1234 changemenow changepassword charlie123
cheeseburger chelsea123 chocolate1 chocolate123 companyname companyname1 computer12 computer123 correcthorse
correcthorsebatterystaple daniel1234 default123 defaultpassword dragon1234 facebook12 facebook123 football12
football123 football1234 google1234 hello12345 hello123456 hellohello helloworld helloworld1 helloworld123
ilovemyself iloveyou!! iloveyou12 iloveyou123 iloveyou1234 iloveyou22 iloveyou69 iloveyoubaby iloveyousomuch
internet123 january2026 jennifer123 jessica123 jordan2323 juventus123 letmein123 letmein1234 letmeinnow
letmeinplease linkedin123 liverpool1 liverpool123 lkjhgfdsa1 lovelovelove manchester manchester1
manchesterunited master1234 michael123 microsoft1 microsoft123 minecraft1 minecraft123 mnbvcxz123 monday1234
monkey1234 mypassword mypassword1 mypassword123 newpassword newpassword1 newpassword123 nintendo123
p@$$w0rd123 p@ssw0rd12 p@ssw0rd123 p@ssw0rd1234 p@ssword12 p@ssword123 p@ssword1234 pa$$word123 pa55word123
passw0rd12 passw0rd123 passw0rd1234 password!23 password!@# password01 password1! password12 password123
password1234 password12345 password123456 password2020 password2021 password2022 password2023 password2024
password2025 password2026 password@123 passwordpassword pineapple1 playstation playstation1 pleasechange
poiuytrewq pokemon123 princess12 princess123 princess1234 q123456789 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedc123
qazwsxedcrfv qwe1234567 qwe123qwe123 qweasdzxc1 qweasdzxc123 qweqweqwe1 qwerty1234 qwerty12345 qwerty123456
qwerty1234567890 qwertyqwerty qwertyuiop qwertyuiop123 qwertyuiop[] qwertyuiopasdfghjkl qwertzuiop
realmadrid realmadrid1 root123456 rootpassword samsung123 secret1234 secret12345 secretpassword shadow1234
snowflake1 spiderman1 spiderman123 spring2023 spring2024 spring2025 spring2026 springfield starwars12
starwars123 strawberries strawberry strawberry1 summer2020 summer2021 summer2022 summer2023 summer2024
summer2025 summer2026 sunshine12 sunshine123 sunshine1234 superadmin superadmin1 superman12 superman123
temporary1 temporary123 temppassword test123456 test1234567 test123test testing123 testing1234 testpassword
thepassword thomas1234 trustno1trustno1 volleyball volleyball1 watermelon welcome123 welcome1234
welcome12345 welcome2020 welcome2021 welcome2022 welcome2023 welcome2024 welcome2025 welcome2026 welcome@123
welcomeback whatever123 winter2020 winter2021 winter2022 winter2023 winter2024 winter2025 winter2026
woaini1314 woaini520520 yourpassword zaq12wsxcde3 zaq1zaq1zaq1 zxc123zxc123 zxcvbnm,./ zxcvbnm123
zxcvbnmasdfghjkl
`;

/**
 * Passwords of ten characters and more that stand high in the lists of stolen ones, and so are tried first; in small
 * letters. Runs, and what has one or two different characters, are no part of it: guessable-password.ts knows them.
 */
export const commonPasswords: ReadonlySet<string> = new Set(listed.trim().split(/\s+/));

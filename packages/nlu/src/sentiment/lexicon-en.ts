/**
 * English words and phrases beyond VADER's: signed weights (-4..4) with the emotion they show; the form of
 * `spanishPhrases`. They win over VADER's values.
 */
export const ownEnglish = `
1.8: not_bad not_too_bad not_half_bad couldn't_be_happier couldnt_be_happier could_not_be_happier couldn't_be_better couldnt_be_better can't_complain cant_complain no_complaints can't_fault never_fails never_disappoints never_disappoint doesn't_disappoint didn't_disappoint
-1.6: insult insults insulting disgrace_to sick_joke ruin ruins ruined ruining screw screws screwed sucks suck sucked sucking cant_even can't_even smh fml facepalm no_idea no_sense makes_no too_late too_bad too_much not_even not_fun isn't_funny never_works warned ban banned crash crashed crashes blame blames blaming protest protests crisis killing killed kills attacks attack attacked shooting terror injured injury lose loses losing lost loss fired riot riots jail arrested murder murdered rape raped hell dead_wrong worse_than over_it annoying_as kms kill_myself nothing_but minus overrated underwhelming unbearable not_enough mindless tries_too_hard trying_too_hard hardly_a barely_a without_any better_than_this no_one_cares who_cares idiotic idiotically boringly
1.3: looking_forward can't_wait_to thumbs_up check_out must_watch congrats_to yes yess yesss yeah party birthday b-day funnest goat greatest heroes champion champions win wins won winners proud_of good_luck makes_sense well_made well_acted well_written well_crafted must well_worth a_must worth worthy hilariously
0: kindly fit fits keep kept put_me_down advance kind_of discount offers offer sale sales win-win cash down low alone miss_call missed_call mr sir please_help
0: good_morning good_afternoon good_evening good_night good_day please pls plz thanks_in_advance thank_you_in_advance many_thanks_in_advance no_problem no_problems no_worries dont_worry don't_worry would_like i'd_like we'd_like
0: id_like would_love_to_know like_to_know like_to_book like_to_order looks_like look_like looked_like sounds_like feel_like feels_like something_like anything_like just_like like_this like_that like_a like_the like_to is_like
0: are_like fine_with okay alright best_price best_time better_price best_regards kind_regards free_shipping free_delivery for_free gluten_free sugar_free dairy_free feel_free special_offer gift_card share shares sharing help
0: help_me can_you_help could_you_help pretty play played plays cut ok well as_well number top party share_the united well_done_steak matter hand dear true credit credit_card natural active number_one alone save straight value
0: interested interest interests challenge dream chance sorry_to_bother excuse_me lol_ok grand fun_size low low_fat medium_rare no cancel cancelled canceled pay paid stop stops stopped stop_by big strong clear clearly ready
0: hard_boiled hard_drive hard_copy drop_off dropped_off fire_pit fire_sale alarm positive_feedback_form demand warm solid_color secure certain care_of growth forward block gas
2.4 joy: love loved loves loving adore adores adored absolutely_love happy happier happiest happily delighted thrilled excited exciting ecstatic overjoyed joy joyful glad pleased yay yayy woohoo woo hooray hurray yippee wonderful
2.4 joy: fantastic awesome amazing brilliant excellent superb fabulous marvelous marvellous magnificent delicious yummy scrumptious gorgeous stunning lovely perfect perfection flawless outstanding exceptional phenomenal
2.4 joy: sensational incredible splendid celebrate celebrating celebrated celebration congrats congratulations blessed grateful enjoy enjoyed enjoying enjoys enjoyable laugh laughed laughing hilarious smile smiled smiling smiles
2.4 joy: cheerful fun beautiful beautifully legend legends lifesaver life_saver masterpiece victory winning proud best_ever chuffed stoked pumped psyched over_the_moon on_cloud_nine made_my_day made_my_week
2.4 joy: makes_me_smile can't_wait cant_wait cannot_wait so_good so_happy so_excited the_best you_rock you_guys_rock five_stars 5_stars 10/10 went_down_a_treat went_down_well worth_every happy_new_year happy_birthday
2.4 joy: merry_christmas happy_holidays happy_anniversary absolute_legend absolute_star you're_a_star you_are_a_star you're_a_legend top_notch second_to_none spot_on bang_on blown_away
2.0: thanks thank_you thankyou thx thnx tnx ty tysm cheers_mate much_appreciated appreciate appreciated thanks_so_much thank_you_so_much thanks_a_lot thanks_a_million highly_recommend highly_recommended would_recommend
2.0: definitely_recommend will_order_again will_be_back be_back_soon first_class top_quality great_service good_service great_job good_job nice_job well_done keep_it_up good_work great_work works_great
2.0: works_perfectly works_well works_fine works_like_a_charm love_it easy_to_use as_described as_expected exceeded_expectations better_than_expected on_time super_fast fast_delivery quick_delivery prompt delicious_food
2.0: well_packed dope lit sick_beat banging mint quality legit goat bless recommend recommended helpful friendly polite professional tasty fresh crisp comfy comfortable affordable reliable responsive sturdy durable
2.0: smooth smoothly classy charming clever witty fascinating engaging riveting gripping refreshing heartwarming heartfelt hopeful compelling captivating dazzling delight delights delightful enchanting endearing
2.0: exhilarating powerful poignant provocative thoughtful insightful intriguing absorbing uplifting warmth warm_and rewarding satisfying masterful masterfully skillful wise funny fresh_and imaginative inventive
2.0: ingenious elegant stylish vivid lively breathtaking mesmerizing unforgettable memorable must-see must_see sympathetic tender winner triumph treat gem pleasure pleasures pleasing enjoyment crowd-pleaser entertaining entertains
2.0: accomplished assured deft humor humorous wit grace graceful gracefully honest subtle richly ambitious worthwhile remarkable remarkably impressive impressively
1.2: good nice great better best solid haha hahaha hahahaha lol lmao rofl hehe hihi hoping hope luck lucky favorite favourite fav
-2.8 anger: fuck fucking fucked wtf bullshit bs crap crappy garbage absolute_garbage absolute_joke rubbish absolute_rubbish trash piece_of_junk junk scam scammed scammers scammer scamming fraud ripoff rip-off rip_off ripped_off
-2.8 anger: robbery daylight_robbery thieves thief stole stolen cheated cheating cheats liar liars lied lies lying outrageous unacceptable ridiculous disgraceful disgrace shameful shame_on_you pathetic furious fuming livid angry
-2.8 anger: anger mad rage raging outraged infuriating infuriated pissed pissed_off annoyed annoying irritated irritating frustrated frustrating hate hated hates hating useless incompetent idiots idiot morons moron stupid dumb
-2.8 anger: clowns joke_of_a_company what_a_joke is_a_joke shambles rude ignored ignoring sick_of fed_up sick_and_tired tired_of had_enough enough_is_enough how_many_times worst_service worst_ever worst_company worst_experience
-2.8 anger: never_again i_want_my_money_back want_my_money give_me_my_money give_my_money taking_the_piss taking_the_mick wasting_my_time waste_of_my_time this_is_the_second_time this_is_the_third_time second_time_this
-2.8 anger: third_time_this 3rd_time 4th_time second_reminder third_reminder last_warning i_will_complain consumer_court consumer_forum legal_action my_lawyer trading_standards report_you reporting_you
-2.8 anger: not_cool not_ok not_okay not_on not_funny no_one_replies nobody_replies no_one_answers nobody_answers nobody_is_responding keeps_hanging_up kept_on_hold false_promises do_your_job how_dare racist racism
-2.8 anger: sexist bigot fascist nazi corrupt hypocrite hypocrites asshole assholes bastard bastards bitch dickhead wanker twat prick
-2.2: broken broke defective faulty damaged cracked scratched dented torn ripped stained leaking leaks leaked expired mouldy stale soggy burnt burned undercooked overcooked raw_inside inedible tasteless bland dry_and greasy
-2.2: cold_food food_was_cold came_cold arrived_cold stone_cold freezing_cold its_cold so_cold missing missing_items incomplete wrong wrong_item wrong_order wrong_size wrong_colour wrong_color incorrect mistake mistakes
-2.2: misspelt misspelled error errors late so_late very_late delayed delay delays overdue stuck lost_my lost_parcel never_arrived never_came never_got never_received never_showed never_turned_up no_show never_replied
-2.2: still_waiting still_not still_no still_nothing still_hasn't still_hasnt still_haven't still_havent been_waiting waiting_for_hours waiting_for_ages waiting_for_days waiting_since waited waited_for not_received not_delivered
-2.2: not_arrived not_working not_refunded not_responding not_replied not_shipped not_dispatched not_credited not_cooked_properly not_as_described not_as_pictured not_what_i_ordered not_the_one not_my_order different_from_photo
-2.2: different_from_the different_from totally_different hasn't_updated hasnt_updated no_update no_updates no_response no_reply no_answer no_refund no_help no_luck doesnt_work doesn't_work dont_work don't_work didnt_work
-2.2: didn't_work won't_turn_on wont_turn_on won't_charge wont_charge won't_start stopped_working stop_working died dead_on_arrival fell_apart fell_off came_apart falling_apart overcharged over_charged charged_twice
-2.2: charged_me_twice double_charged charged_me_extra charged_extra wrongly_charged hidden_fees hidden_charges you_charged_me charged_me u_charged_me too_expensive overpriced too_small too_big too_tight too_loose too_long
-2.2: too_slow too_wide doesn't_fit doesnt_fit bad_quality poor_quality low_quality bad_service poor_service terrible_service poor poorly bad badly worse worst awful terrible horrible horrendous dreadful appalling atrocious
-2.2: abysmal dire lousy shoddy subpar mediocre disappointing unhelpful unprofessional unreliable misleading complaint complain complaining issue issues problem problems trouble fault faults failure failed fail fails waste wasted
-2.2: waste_of waste_of_money waste_of_time regret regretted avoid don't_buy dont_buy do_not_buy do_not_recommend wouldn't_recommend would_not_recommend won't_be_back not_be_back not_happy not_good not_great
-2.2: not_impressed not_satisfied not_acceptable not_worth not_fair unhappy unsatisfied dissatisfied refund_not soaked spilled crushed squashed melted smells smelly noisy slow sloppy messy
-1.7: tedious dull boring bored lifeless clumsy contrived predictable cliched cliche cliches formulaic derivative pointless pretentious shallow hollow uninspired unfunny unoriginal uneven uninteresting overlong
-1.7: overwrought incoherent implausible lame lazy silly inept amateurish forgettable unwatchable lacks lacking lack fails_to suffers suffer tiresome monotonous repetitive sluggish plodding muddled murky meandering heavy-handed
-1.7: manipulative cheesy corny sappy gimmicky ludicrous laughable preposterous nonsense absurd vapid superficial unfortunately unfortunate unpleasant disaster bomb flop mess wreck loser
-1.7: depressing bleak grim grating insulting insufferable excruciating painful ugly unconvincing unnecessary wrongheaded missed_opportunity too_bad so_bad falls_short fall_short falls_flat fall_flat less_than nothing_new
-1.7: nothing_more runs_out out_of_steam instead_of_a should_have_been could_have_been
-2.3 sadness: sad sadly saddened sadness depressed heartbroken heartbreaking heart_broken devastated devastating gutted disappointed disappointment so_disappointed let_down let_me_down upset upsetting cry crying cried tears
-2.3 sadness: in_tears sobbing miserable misery grief grieving mourning lonely loneliness miss_you miss_her miss_him missing_you sorrow tragic tragedy funeral passed_away died_in rip r.i.p rest_in_peace hopeless gloomy hurt hurts
-2.3 sadness: hurting broke_my_heart breaks_my_heart bummed bummer bummed_out feel_awful feel_terrible loss condolences
-2.2 fear: scared scary afraid terrified terrifying frightened frightening fear fears fearful worried worrying worries worry anxious anxiety nervous panic panicking panicked panicky freaking_out freak_out stressed stressing
-2.2 fear: stressful stress dread dreading nightmare horrified horrifying threat threatened threatening danger dangerous unsafe creepy spooky desperate shaking trembling concerned alarming terror terrorist terrorists terrorism
-2.2 fear: allergic_reaction
-2.7 disgust: disgusting disgusted disgust gross grossed nasty revolting repulsive vile foul filthy filth dirty yuck yucky ew eww ewww ewwww ugh ughh puke puking vomit vomiting throw_up threw_up nauseous nauseating sickening
-2.7 disgust: feeling_sick made_me_sick makes_me_sick cockroach cockroaches roach maggot maggots worm_in hair_in found_hair bug_in insect_in fly_in_my mold_on mould_on moldy rotten rancid putrid stinks stink
-2.7 disgust: stinking reeks slimy unhygienic
0.3 surprise: omg oh_my_god omfg wow woah whoa no_way surprised surprising surprisingly surprise shocked shocking shock shook stunned astonished astonishing amazed speechless unbelievable can't_believe cant_believe cannot_believe
0.3 surprise: couldn't_believe didn't_expect didnt_expect did_not_expect never_expected unexpected unexpectedly out_of_nowhere jaw_dropped jaw_dropping mind_blown mindblowing wait_what what_the
0.3 surprise: for_real seriously are_you_serious are_you_kidding you_kidding_me you're_kidding plot_twist gobsmacked flabbergasted blimey crikey holy_cow holy_moly
-1.6: i'm_honestly_shocked honestly_shocked shocking_service shocked_at shocked_by unbelievable_service
`;

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>&lt;p&gt;A laboratory in which optimizers are balls rolling over an objective.&lt;/p&gt;&lt;p&gt;Free software under the MIT licence.&lt;/p&gt;</source>
        <translation>&lt;p&gt;オプティマイザが目的関数の上を転がるボールになる実験室。&lt;/p&gt;&lt;p&gt;MIT ライセンスの自由ソフトウェアです。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Airfoil self-noise data: Brooks, Pope &amp;amp; Marcolini 1989, &lt;a href='https://archive.ics.uci.edu/dataset/291/airfoil+self+noise'&gt;UCI Machine Learning Repository 291&lt;/a&gt;, CC BY 4.0.&lt;/p&gt;</source>
        <translation>&lt;p&gt;翼型の自己騒音データ：Brooks, Pope &amp;amp; Marcolini 1989、&lt;a href='https://archive.ics.uci.edu/dataset/291/airfoil+self+noise'&gt;UCI Machine Learning Repository 291&lt;/a&gt;、CC BY 4.0。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Momentum Lab</source>
        <translation>Momentum Lab について</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>ライセンス…</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Momentum Lab</source>
        <translation>Momentum Lab について(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add a run</source>
        <translation>ランを追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Arrows at the balls</source>
        <translation>ボールの矢印(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>画像をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Descent field</source>
        <translation>降下方向の場(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export trajectories…</source>
        <translation>軌跡を書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>操作を検索(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Fit trajectories</source>
        <translation>軌跡に合わせる(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>ガイド(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Home view</source>
        <translation>最初の表示(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>文字を大きく(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>新しいウィンドウ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>次のステップ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>再生／一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>設定(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>プレゼンテーション(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>ショートカット(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Smaller type</source>
        <translation>文字を小さく(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>Choose airfoil &amp;data…</source>
        <translation>翼型データを選ぶ(&amp;D)…</translation>
    </message>
    <message>
        <source>Copy as Py&amp;Torch</source>
        <translation>PyTorch コードとしてコピー(&amp;T)</translation>
    </message>
    <message>
        <source>Export &amp;curves…</source>
        <translation>曲線を書き出す(&amp;C)…</translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation>画像を書き出す(&amp;P)…</translation>
    </message>
    <message>
        <source>Export a&amp;nimation…</source>
        <translation>アニメーションを書き出す(&amp;N)…</translation>
    </message>
    <message>
        <source>Export s&amp;hown steps…</source>
        <translation>表示中のステップを書き出す(&amp;H)…</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全画面(&amp;U)</translation>
    </message>
    <message>
        <source>Fl&amp;ow</source>
        <translation>流れ(&amp;O)</translation>
    </message>
    <message>
        <source>Follow the &amp;ball in 3D</source>
        <translation>3D でボールを追う(&amp;B)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使ったファイル(&amp;R)</translation>
    </message>
    <message>
        <source>Play from the &amp;start</source>
        <translation>最初から再生(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>1 ステップ戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation>1 ステップ進む(&amp;F)</translation>
    </message>
    <message>
        <source>Stop computing</source>
        <translation>計算を止める</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>最後へ</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>最初へ</translation>
    </message>
</context>
<context>
    <name>AnimationDialog</name>
    <message>
        <source> frames a second</source>
        <translation> フレーム/秒</translation>
    </message>
    <message>
        <source> steps a frame</source>
        <translation> ステップ/フレーム</translation>
    </message>
    <message>
        <source>Choose a range with steps in it, and at most {most:,} frames.</source>
        <translation>ステップを含む範囲を選び、{most:,} フレーム以内にしてください。</translation>
    </message>
    <message>
        <source>Export an animation</source>
        <translation>アニメーションの書き出し</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>最初のステップ</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>GIF, shown everywhere</source>
        <translation>GIF、どこでも表示できる</translation>
    </message>
    <message>
        <source>Install it with: pip install av</source>
        <translation>インストール：pip install av</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最後のステップ</translation>
    </message>
    <message>
        <source>MP4 needs the package av (PyAV). Install it with: pip install av</source>
        <translation>MP4 にはパッケージ av（PyAV）が必要です。インストール：pip install av</translation>
    </message>
    <message>
        <source>MP4, needs the package av (PyAV)</source>
        <translation>MP4、パッケージ av（PyAV）が必要</translation>
    </message>
    <message>
        <source>MP4, smallest</source>
        <translation>MP4、最も小さい</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>WebP, all colours</source>
        <translation>WebP、すべての色</translation>
    </message>
    <message>
        <source>each step a frame</source>
        <translation>1 ステップごとに 1 フレーム</translation>
    </message>
    <message>
        <source>{frames:,} frames, {seconds:.1f} s, then over again.</source>
        <translation>{frames:,} フレーム、{seconds:.1f} 秒、その後は繰り返し。</translation>
    </message>
</context>
<context>
    <name>Annotations</name>
    <message>
        <source>Height is f</source>
        <translation>高さは f</translation>
    </message>
    <message>
        <source>Height is log(1 + {above} / {softening})</source>
        <translation>高さは log(1 + {above} / {softening})</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか {count} 件</translation>
    </message>
    <message>
        <source>diverged at step {step}</source>
        <translation>ステップ {step} で発散</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>Work is not backed up: {why}</source>
        <translation>作業のバックアップができません：{why}</translation>
    </message>
</context>
<context>
    <name>AveragesStudy</name>
    <message>
        <source>This run is switched off; tick it to compute it.</source>
        <translation>このランは切ってあります。計算するにはチェックしてください。</translation>
    </message>
    <message>
        <source>{optimizer} keeps no running sum of gradients alone; choose a run with momentum.</source>
        <translation>{optimizer} は勾配だけの累積を持ちません。モーメンタムのあるランを選んでください。</translation>
    </message>
</context>
<context>
    <name>AveragesView</name>
    <message>
        <source>1/(1 − β): how many past gradients count</source>
        <translation>1/(1 − β)：過去の勾配のおよそ何個分か</translation>
    </message>
    <message>
        <source>Coordinate</source>
        <translation>座標</translation>
    </message>
    <message>
        <source>Coordinate whose gradients are drawn</source>
        <translation>勾配を描く座標</translation>
    </message>
    <message>
        <source>Effective step: how far a slope of 1 that never changes moves</source>
        <translation>実効ステップ幅：変わらない傾き 1 で動く距離</translation>
    </message>
    <message>
        <source>Momentum: the share of the velocity kept each step</source>
        <translation>モーメンタム：速度のうち各ステップで残す割合</translation>
    </message>
    <message>
        <source>Sum of the weights drawn</source>
        <translation>描いた重みの和</translation>
    </message>
    <message>
        <source>Sums of the weights</source>
        <translation>重みの和</translation>
    </message>
    <message>
        <source>Weight × gradient of each past step (outlines: the gradients); they add up to the velocity</source>
        <translation>過去の各ステップの重み × 勾配（輪郭は勾配）。足し合わせると速度になります</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>記憶</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>steps ago</source>
        <translation>何ステップ前</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>和</translation>
    </message>
    <message>
        <source>Σ {total}; {name} {measured}</source>
        <translation>Σ {total}、{name} {measured}</translation>
    </message>
</context>
<context>
    <name>BatchSection</name>
    <message>
        <source>How minibatches are drawn: all examples in a new order each epoch, or any example at any time.</source>
        <translation>ミニバッチの取り方：エポックごとに新しい順で全例を使うか、いつでも任意の例を引くか。</translation>
    </message>
    <message>
        <source>Take each gradient on a part of the data</source>
        <translation>データの一部で勾配を計算します</translation>
    </message>
    <message>
        <source>minibatches</source>
        <translation>ミニバッチ</translation>
    </message>
</context>
<context>
    <name>BathControls</name>
    <message>
        <source>&lt;p&gt;Langevin: gradient descent with noise. Kramers: a ball with mass and friction, which is momentum with noise. Both end in the same density.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Langevin：ノイズのある勾配降下法。Kramers：質量と摩擦のあるボール、つまりノイズのあるモーメンタム。どちらも同じ密度に落ち着きます。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Where the balls are released: all at the start point of the experiment, or drawn from the stationary density, to stay there.&lt;/p&gt;</source>
        <translation>&lt;p&gt;ボールを放す場所：すべて実験の始点から、または定常密度から引いてそこに留めます。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Equation</source>
        <translation>方程式</translation>
    </message>
    <message>
        <source>Kramers: with friction</source>
        <translation type="vanished">Kramers：摩擦あり</translation>
    </message>
    <message>
        <source>Langevin: no inertia</source>
        <translation type="vanished">Langevin：慣性なし</translation>
    </message>
    <message>
        <source>Let time pass</source>
        <translation>時間を進める</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Release the balls anew</source>
        <translation>ボールを放し直す</translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation>ノイズのシード</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>始点</translation>
    </message>
    <message>
        <source>Time that passes in a second, as far as the computer keeps up</source>
        <translation>1 秒間に進む時間（コンピュータが追いつく範囲で）</translation>
    </message>
    <message>
        <source>balls</source>
        <translation>ボール</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>最速</translation>
    </message>
    <message>
        <source>from the density</source>
        <translation type="vanished">密度から</translation>
    </message>
    <message>
        <source>from the start</source>
        <translation type="vanished">始点から</translation>
    </message>
    <message>
        <source>one point</source>
        <translation>1 点</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>シード</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>step {step}</source>
        <translation>ステップ {step}</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Go to a step</source>
        <translation>ステップへ移動</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>マウス</translation>
    </message>
    <message>
        <source>Move the landscape</source>
        <translation>地形を動かす</translation>
    </message>
    <message>
        <source>Move the start</source>
        <translation>始点を動かす</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Zoom the landscape</source>
        <translation>地形を拡大・縮小</translation>
    </message>
    <message>
        <source>click a curve or the bar</source>
        <translation>曲線かバーをクリック</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>drag it, or double-click</source>
        <translation>ドラッグ、またはダブルクリック</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>ホイール</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>操作を検索</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>したいことを入力</translation>
    </message>
</context>
<context>
    <name>ContributionBars</name>
    <message>
        <source>eigenvalue λ</source>
        <translation>固有値 λ</translation>
    </message>
</context>
<context>
    <name>ConventionButton</name>
    <message>
        <source>Express as accumulated</source>
        <translation>累積形で書く</translation>
    </message>
    <message>
        <source>Express as another convention</source>
        <translation>別の流儀で書く</translation>
    </message>
    <message>
        <source>Express as averaged</source>
        <translation>平均形で書く</translation>
    </message>
    <message>
        <source>Express as displacement</source>
        <translation>変位形で書く</translation>
    </message>
    <message>
        <source>Express the same trajectory in another convention of momentum</source>
        <translation>同じ軌跡を、モーメンタムの別の流儀で書き表します</translation>
    </message>
</context>
<context>
    <name>CoursesPanel</name>
    <message>
        <source>All courses</source>
        <translation>すべてのコース</translation>
    </message>
    <message>
        <source>Back to the list of courses; your place is kept</source>
        <translation>コースの一覧に戻ります。進んだ所は覚えています</translation>
    </message>
    <message>
        <source>Back to the previous preset of the course</source>
        <translation>コースの前のプリセットへ</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>コース</translation>
    </message>
    <message>
        <source>Decide first what you expect, then play, then look</source>
        <translation>まず予想し、再生し、それから答えを見ましょう</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>On to the next preset of the course</source>
        <translation>コースの次のプリセットへ</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>開き直す</translation>
    </message>
    <message>
        <source>Open this preset again</source>
        <translation type="vanished">このプリセットを開き直す</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Put the experiment back to the way the course shows it</source>
        <translation>実験をコースが示す状態に戻します</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>答えを見る</translation>
    </message>
    <message>
        <source>Stop {place} of {count}</source>
        <translation>{place} / {count} 番目</translation>
    </message>
</context>
<context>
    <name>CurveBar</name>
    <message>
        <source>Band</source>
        <translation>帯</translation>
    </message>
    <message>
        <source>Log x</source>
        <translation>x を対数に</translation>
    </message>
    <message>
        <source>Log y</source>
        <translation>y を対数に</translation>
    </message>
    <message>
        <source>Logarithmic axis of steps, from step 1 on</source>
        <translation>ステップを対数軸で。ステップ 1 から</translation>
    </message>
    <message>
        <source>Logarithmic axis; values that are not positive are left out</source>
        <translation>対数軸。正でない値は描きません</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Runs of one label as their median and the band from the 10 % to 90 % quantile</source>
        <translation>同じ名前のランを、中央値と 10 %～90 % 分位の帯で表します</translation>
    </message>
    <message>
        <source>What is plotted against the step</source>
        <translation>ステップに対して描く量</translation>
    </message>
    <message>
        <source>all coordinates</source>
        <translation>すべての座標</translation>
    </message>
    <message>
        <source>all coordinates of {run}</source>
        <translation>{run} のすべての座標</translation>
    </message>
    <message>
        <source>displacement</source>
        <translation>変位</translation>
    </message>
    <message>
        <source>distance to the nearest minimum</source>
        <translation>最も近い極小点までの距離</translation>
    </message>
    <message>
        <source>gap to the minimum</source>
        <translation>最小値との差</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>勾配ノルム</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>モーメンタム</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>published: {value}</source>
        <translation>文献の値：{value}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>step {step}: {value}</source>
        <translation>ステップ {step}：{value}</translation>
    </message>
    <message>
        <source>{label}, median of {count}</source>
        <translation>{label}、{count} 本の中央値</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Close the panel; View brings it back</source>
        <translation>パネルを閉じます。「表示」メニューで元に戻せます</translation>
    </message>
    <message>
        <source>Set the panel free, or put it back</source>
        <translation>パネルを切り離す、または元に戻す</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Allow</source>
        <translation>許可する</translation>
    </message>
    <message>
        <source>Choose the airfoil data file</source>
        <translation>翼型データのファイルを選ぶ</translation>
    </message>
    <message>
        <source>Export steps {first} to {last}</source>
        <translation>ステップ {first} から {last} を書き出す</translation>
    </message>
    <message>
        <source>Export trajectories</source>
        <translation>軌跡の書き出し</translation>
    </message>
    <message>
        <source>It is not part of Momentum Lab. Importing it runs its code, which can do all that you can do on this computer. Allow it only if you trust where it is from.</source>
        <translation>これは Momentum Lab の一部ではありません。読み込むとそのコードが実行され、このコンピュータであなたにできることは何でもできます。出所を信頼できるときだけ許可してください。</translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation>実験を開く</translation>
    </message>
    <message>
        <source>Run code of others?</source>
        <translation>他人のコードを実行しますか？</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>実験の保存</translation>
    </message>
    <message>
        <source>Save the experiment?</source>
        <translation>実験を保存しますか？</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>{path} に保存しました</translation>
    </message>
    <message>
        <source>The airfoil data is kept for the next time too.</source>
        <translation>翼型データを次回のためにも保管しました。</translation>
    </message>
    <message>
        <source>The experiment has changes that are not saved.</source>
        <translation>実験に保存していない変更があります。</translation>
    </message>
    <message>
        <source>These have changes that are not saved: {names}.</source>
        <translation>次の実験には保存されていない変更があります：{names}。</translation>
    </message>
    <message>
        <source>This experiment uses the optimizer {path}.</source>
        <translation>この実験はオプティマイザ {path} を使います。</translation>
    </message>
    <message>
        <source>{file} was not opened: it needs {path}, which is not allowed.</source>
        <translation>{file} は開きませんでした。必要な {path} が許可されていません。</translation>
    </message>
</context>
<context>
    <name>EigenvaluesStudy</name>
    <message>
        <source>A schedule changes R: it is that of the cursor's step.</source>
        <translation>スケジュールが R を変えます。これはカーソルのステップのものです。</translation>
    </message>
    <message>
        <source>Noisy gradients: the theory is that of the mean, no rate is fitted.</source>
        <translation>勾配にノイズがあります。理論は平均のもので、率の当てはめはしません。</translation>
    </message>
    <message>
        <source>Not quadratic: the theory holds close to the minimum.</source>
        <translation>2 次関数ではありません。理論は極小点の近くで成り立ちます。</translation>
    </message>
    <message>
        <source>This objective has no Hessian in closed form here; choose one with a formula, such as the ill-conditioned bowl.</source>
        <translation>この目的関数には、ここでは閉じた式のヘッセ行列がありません。悪条件の鉢のように式のあるものを選んでください。</translation>
    </message>
    <message>
        <source>This run is switched off.</source>
        <translation>このランは切ってあります。</translation>
    </message>
</context>
<context>
    <name>EigenvaluesView</name>
    <message>
        <source>Condition number {kappa}</source>
        <translation>条件数 {kappa}</translation>
    </message>
    <message>
        <source>Dashed: √β = {radius}, where the roots of a ringing heavy ball lie.</source>
        <translation>破線：√β = {radius}、揺れるヘビーボールの根がある所。</translation>
    </message>
    <message>
        <source>Eigenvalue of the Hessian: a curvature</source>
        <translation>ヘッセ行列の固有値：曲率の 1 つ</translation>
    </message>
    <message>
        <source>Eigenvalues</source>
        <translation>固有値</translation>
    </message>
    <message>
        <source>Fitted to the run: by linear prediction on its end</source>
        <translation>ランへの当てはめ：終わりの部分の線形予測</translation>
    </message>
    <message>
        <source>Give the run the rate and momentum that are best here</source>
        <translation>ここで最もよい学習率とモーメンタムをランに与えます</translation>
    </message>
    <message>
        <source>Place of the Hessian</source>
        <translation>ヘッセ行列を取る場所</translation>
    </message>
    <message>
        <source>Predicted: largest modulus of the eigenvalues of R</source>
        <translation>予測：R の固有値の最大の絶対値</translation>
    </message>
    <message>
        <source>R carries [{state}] from one step to the next; errors shrink inside the circle.</source>
        <translation>R は [{state}] を次のステップに運びます。円の内側では誤差が縮みます。</translation>
    </message>
    <message>
        <source>Rate {rate} predicted, {fitted} fitted</source>
        <translation>予測の率 {rate}、当てはめ {fitted}</translation>
    </message>
    <message>
        <source>Set {values}: of all choices the largest rate over the spectrum is the smallest, {rate}.</source>
        <translation>{values} にすると、スペクトル全体での最大の率が最小の {rate} になります。</translation>
    </message>
    <message>
        <source>The closed form agrees to {error}</source>
        <translation>閉じた式との差は {error}</translation>
    </message>
    <message>
        <source>Use optimal parameters</source>
        <translation>最適なパラメータを使う</translation>
    </message>
    <message>
        <source>What the ball does along this eigenvector</source>
        <translation>この固有ベクトル方向のボールの動き</translation>
    </message>
    <message>
        <source>Where the Hessian, the matrix of curvatures, is taken</source>
        <translation>ヘッセ行列（曲率の行列）を取る場所</translation>
    </message>
    <message>
        <source>at the cursor</source>
        <translation>カーソルの位置</translation>
    </message>
    <message>
        <source>at the minimum</source>
        <translation>極小点</translation>
    </message>
    <message>
        <source>fitted</source>
        <translation>当てはめ</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>率</translation>
    </message>
    <message>
        <source>regime</source>
        <translation>様相</translation>
    </message>
    <message>
        <source>½λz² at step {step}</source>
        <translation>ステップ {step} の ½λz²</translation>
    </message>
    <message>
        <source>½λz² at step {step}; open bars: theory</source>
        <translation>ステップ {step} の ½λz²、白抜きの棒：理論</translation>
    </message>
    <message>
        <source>½λz²: what each eigenvector adds to the loss. Full: measured at the cursor; open: by the closed form; grey: at the start</source>
        <translation>½λz²：各固有ベクトルが損失に加える分。塗り：カーソルでの実測、白抜き：閉じた式、灰色：始点</translation>
    </message>
    <message>
        <source>λ {eigenvalue}: R = [{rows}]</source>
        <translation>λ {eigenvalue}：R = [{rows}]</translation>
    </message>
</context>
<context>
    <name>EnergyStudy</name>
    <message>
        <source>Friction takes λ‖θ′‖² a second. Where the learning rate changes, the velocity of the run jumps, and its energy with it.</source>
        <translation>摩擦は 1 秒に λ‖θ′‖² を奪います。学習率が変わる所ではランの速度が跳び、エネルギーも跳びます。</translation>
    </message>
    <message>
        <source>Friction {friction:.3g} takes λ‖θ′‖² a second; the ball settles when too little is left to cross a hill.</source>
        <translation>摩擦 {friction:.3g} は 1 秒に λ‖θ′‖² を奪います。丘を越えるだけの残りがなくなると、ボールは落ち着きます。</translation>
    </message>
    <message>
        <source>Gradient descent has no mass and so no kinetic energy: it never has the speed to climb a hill. L falls at the rate ‖∇L‖².</source>
        <translation>勾配降下法には質量がなく、運動エネルギーもありません。丘を登る速さを持つことはなく、L は ‖∇L‖² の率で下がります。</translation>
    </message>
    <message>
        <source>Noise and minibatches kick the ball: its energy need not fall.</source>
        <translation>ノイズやミニバッチはボールを蹴ります。エネルギーは下がるとは限りません。</translation>
    </message>
    <message>
        <source>Only every {stride}th step is recorded, too few for velocities: the flow alone is shown. Take fewer steps.</source>
        <translation>{stride} ステップごとの記録では速度が分かりません。流れだけを示します。ステップ数を減らしてください。</translation>
    </message>
    <message>
        <source>Without friction the ball never settles. Its energy wavers with the size of the steps, but does not drift.</source>
        <translation>摩擦がないとボールは止まりません。エネルギーはステップの大きさで揺らぎますが、ずれてはいきません。</translation>
    </message>
    <message>
        <source>{optimizer} is no ball with friction, so there is no energy to show. Choose gradient descent or momentum.</source>
        <translation>{optimizer} は摩擦のあるボールではないので、示すエネルギーがありません。勾配降下法かモーメンタムを選んでください。</translation>
    </message>
</context>
<context>
    <name>EnergyView</name>
    <message>
        <source>Coordinate</source>
        <translation>座標</translation>
    </message>
    <message>
        <source>Energy by time:</source>
        <translation>エネルギーと時間：</translation>
    </message>
    <message>
        <source>Kinetic energy ½‖θ′‖², potential energy L, their total, and what friction took. Full lines are the run, dashed ones its flow. Total and dissipated together stay what they were at the start, but for the size of the steps.</source>
        <translation>運動エネルギー ½‖θ′‖²、位置エネルギー L、その合計、摩擦が奪った分。実線はラン、破線はその流れ。合計と散逸の和は、ステップの大きさによる差を除いて最初のままです。</translation>
    </message>
    <message>
        <source>Velocity by position</source>
        <translation>速度と位置</translation>
    </message>
    <message>
        <source>Velocity over position. Without friction a motion goes round and round, with friction it spirals into a well.</source>
        <translation>位置に対する速度。摩擦がなければ回り続け、摩擦があれば渦を巻いて井戸に落ちます。</translation>
    </message>
    <message>
        <source>Whose position and velocity are shown</source>
        <translation>位置と速度を示す座標</translation>
    </message>
    <message>
        <source>dissipated</source>
        <translation>散逸</translation>
    </message>
    <message>
        <source>kinetic</source>
        <translation>運動</translation>
    </message>
    <message>
        <source>potential</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合計</translation>
    </message>
</context>
<context>
    <name>EnsemblePlot</name>
    <message>
        <source>Bars: where the balls are. Line: the stationary density exp(−L/σ²)/Z, to which they tend. Dotted: the objective, to no scale.</source>
        <translation>棒：ボールのある所。線：近づいていく定常密度 exp(−L/σ²)/Z。点線：目的関数（縮尺なし）。</translation>
    </message>
    <message>
        <source>Colour: where the balls are. Lines: inside of them lie 50, 90 and 99 % of the stationary density exp(−L/σ²)/Z, to which they tend.</source>
        <translation>色：ボールのある所。線：その内側に、近づいていく定常密度 exp(−L/σ²)/Z の 50、90、99 % があります。</translation>
    </message>
    <message>
        <source>Points: the variance of the balls along each eigenvector of the Hessian. Line: what these steps settle at. Dashed: σ²/λ, the limit of small steps.</source>
        <translation>点：ヘッセ行列の各固有ベクトル方向のボールの分散。線：このステップで落ち着く値。破線：小さいステップの極限 σ²/λ。</translation>
    </message>
    <message>
        <source>balls</source>
        <translation>ボール</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>eigenvalue</source>
        <translation>固有値</translation>
    </message>
    <message>
        <source>exact for this step</source>
        <translation>この時間刻みでの厳密な値</translation>
    </message>
    <message>
        <source>limit of small steps</source>
        <translation>小さい刻みの極限</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>目的関数</translation>
    </message>
    <message>
        <source>stationary density</source>
        <translation>定常密度</translation>
    </message>
    <message>
        <source>stationary: {shares} % inside</source>
        <translation>定常：内側に {shares} %</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>分散</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>A PyTorch script of the experiment is on the clipboard.</source>
        <translation>実験の PyTorch スクリプトをクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>Export a figure</source>
        <translation>図の書き出し</translation>
    </message>
    <message>
        <source>Export the animation</source>
        <translation>アニメーションの書き出し</translation>
    </message>
    <message>
        <source>Exported {path}</source>
        <translation>{path} に書き出しました</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>画像をクリップボードにコピーしました。</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Export a figure</source>
        <translation>図の書き出し</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>PDF, lines and text</source>
        <translation>PDF、線と文字</translation>
    </message>
    <message>
        <source>PNG, a picture</source>
        <translation>PNG、画像</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解像度</translation>
    </message>
    <message>
        <source>SVG, lines and text</source>
        <translation>SVG、線と文字</translation>
    </message>
    <message>
        <source>Sharp at any size; type as large as in the window.</source>
        <translation>どの大きさでも鮮明。文字はウィンドウと同じ大きさです。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>{dpi} dpi</source>
        <translation>{dpi} dpi</translation>
    </message>
    <message>
        <source>{width:,} × {height:,} pixels are too many.</source>
        <translation>{width:,} × {height:,} ピクセルは多すぎます。</translation>
    </message>
    <message>
        <source>{width:,} × {height:,} pixels; type as large as in the window.</source>
        <translation>{width:,} × {height:,} ピクセル。文字はウィンドウと同じ大きさです。</translation>
    </message>
</context>
<context>
    <name>FlowStudy</name>
    <message>
        <source>Following the flow…</source>
        <translation>流れを追っています…</translation>
    </message>
    <message>
        <source>From v₀ = 0 leapfrog is released half a step early, which costs an order; from v₀ = −∇L/(1 + β) it starts at rest.</source>
        <translation>v₀ = 0 からだと、リープフロッグ法は半ステップ早く放され、次数を 1 つ失います。v₀ = −∇L/(1 + β) なら静止から始まります。</translation>
    </message>
    <message>
        <source>Gradient descent is Euler’s method on the flow: order 1.</source>
        <translation>勾配降下法は流れのオイラー法で、次数は 1 です。</translation>
    </message>
    <message>
        <source>The flow is shown up to step {step}: beyond, it would take too many evaluations. A smaller time step or fewer steps help.</source>
        <translation>流れはステップ {step} まで示します。その先は評価の回数が多すぎます。時間刻みを小さくするか、ステップ数を減らしてください。</translation>
    </message>
    <message>
        <source>The flow knows neither noise nor minibatches.</source>
        <translation>流れにはノイズもミニバッチもありません。</translation>
    </message>
    <message>
        <source>The flow leaves all bounds after step {step}.</source>
        <translation>流れはステップ {step} の後、限りなく遠ざかります。</translation>
    </message>
    <message>
        <source>The slope that is read ahead is a difference of order 1.</source>
        <translation>先読みした傾きは次数 1 の差になります。</translation>
    </message>
    <message>
        <source>Where the learning rate changes, the run’s velocity jumps; the flow’s not.</source>
        <translation>学習率が変わる所で、ランの速度は跳びますが、流れの速度は跳びません。</translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>Distance from the flow</source>
        <translation>フローからの距離</translation>
    </message>
    <message>
        <source>Distance from the flow, by time</source>
        <translation type="vanished">時間に対する、流れとの距離</translation>
    </message>
    <message>
        <source>Euler</source>
        <translation>オイラー法</translation>
    </message>
    <message>
        <source>Largest distance from the flow over the first steps of the run: with its own time step, at the right, with half of it, and so on. At order 1 half the step makes half the distance, at order 2 a quarter.</source>
        <translation>ランの最初のステップでの、流れとの最大の距離。右端は元の時間刻み、次はその半分、以下同様。次数 1 なら半分の刻みで距離も半分、2 なら 4 分の 1 になります。</translation>
    </message>
    <message>
        <source>Order in the time step:</source>
        <translation>時間刻みについての次数：</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>none yet ({start})</source>
        <translation>まだ不明（{start}）</translation>
    </message>
    <message>
        <source>v₀ = 0</source>
        <translation>v₀ = 0</translation>
    </message>
    <message>
        <source>{order:.2f} ({start})</source>
        <translation>{order:.2f}（{start}）</translation>
    </message>
</context>
<context>
    <name>FrictionPanel</name>
    <message>
        <source>(at the start; a schedule changes them)</source>
        <translation>（最初の値。スケジュールが変えます）</translation>
    </message>
    <message>
        <source>A ball with friction: θ″ + λθ′ = −∇L.</source>
        <translation>摩擦のあるボール：θ″ + λθ′ = −∇L。</translation>
    </message>
    <message>
        <source>A ball with friction: θ″ + λθ′ = −∇L. Reading the slope ahead acts like more friction.</source>
        <translation>摩擦のあるボール：θ″ + λθ′ = −∇L。傾きの先読みは摩擦を増やすように働きます。</translation>
    </message>
    <message>
        <source>Gradient descent follows the gradient flow θ′ = −∇L, a ball without mass. A step takes as much time as the learning rate says.</source>
        <translation type="vanished">勾配降下法は勾配流 θ′ = −∇L、質量のないボールに従います。1 ステップの時間は学習率です。</translation>
    </message>
    <message>
        <source>Momentum is a ball with friction λ, θ″ + λθ′ = −∇L, seen every time step γ.</source>
        <translation type="vanished">モーメンタムは摩擦 λ のボール θ″ + λθ′ = −∇L を、時間刻み γ ごとに見たものです。</translation>
    </message>
    <message>
        <source>Nesterov’s method nears the same ball, θ″ + λθ′ = −∇L, as steps get small. Reading the slope ahead acts like more friction.</source>
        <translation type="vanished">ステップが小さくなると、Nesterov の方法は同じボール θ″ + λθ′ = −∇L に近づきます。傾きの先読みは摩擦を増やすように働きます。</translation>
    </message>
    <message>
        <source>The gradient flow θ′ = −∇L, a ball without mass. Its time step is the learning rate.</source>
        <translation>勾配流 θ′ = −∇L、質量のないボール。時間刻みは学習率です。</translation>
    </message>
    <message>
        <source>With weight decay, dampening or ascent, {optimizer} is no plain ball. Set them to 0 to see its flow.</source>
        <translation>重み減衰、ダンプニング、最大化があると {optimizer} は普通のボールではありません。0 にすると流れが見えます。</translation>
    </message>
    <message>
        <source>learning rate {rate:.6g}</source>
        <translation>学習率 {rate:.6g}</translation>
    </message>
    <message>
        <source>learning rate η = γ = {rate:.6g}</source>
        <translation>学習率 η = γ = {rate:.6g}</translation>
    </message>
    <message>
        <source>momentum {momentum:.6g}</source>
        <translation>モーメンタム {momentum:.6g}</translation>
    </message>
    <message>
        <source>{optimizer} has no flow here: its steps are neither those of gradient descent nor of a ball with friction. Choose gradient descent or momentum.</source>
        <translation>{optimizer} にはここでの流れがありません。そのステップは勾配降下法のものでも、摩擦のあるボールのものでもないからです。勾配降下法かモーメンタムを選んでください。</translation>
    </message>
    <message>
        <source>{optimizer} with momentum 1 never moves. Choose a smaller momentum.</source>
        <translation>モーメンタム 1 の {optimizer} は動きません。もっと小さいモーメンタムを選んでください。</translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message>
        <source>No preset matches “{0}”.</source>
        <translation>「{0}」に合うプリセットはありません。</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation>プリセットを検索</translation>
    </message>
    <message>
        <source>There are no presets.</source>
        <translation>プリセットがありません。</translation>
    </message>
    <message>
        <source>Words of a title, a summary or a family; Enter opens</source>
        <translation>題名、要約、分類の言葉。Enter で開きます</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Momentum Lab guide</source>
        <translation>Momentum Lab ガイド</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>ガイドのページ</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>ガイドの目次</translation>
    </message>
</context>
<context>
    <name>InspectorView</name>
    <message>
        <source>Arithmetic of the step</source>
        <translation>ステップの計算</translation>
    </message>
    <message>
        <source>Coordinate</source>
        <translation>座標</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the whole step as text</source>
        <translation>ステップ全体を文字としてコピー</translation>
    </message>
    <message>
        <source>Significant digits</source>
        <translation>有効数字</translation>
    </message>
    <message>
        <source>The coordinate whose numbers are shown</source>
        <translation>数値を表示する座標</translation>
    </message>
    <message>
        <source>all digits</source>
        <translation>すべての桁</translation>
    </message>
    <message>
        <source>because {reason}</source>
        <translation>{reason} なので</translation>
    </message>
    <message>
        <source>start</source>
        <translation>始点</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>ステップ {step}</translation>
    </message>
    <message>
        <source>{count} digits</source>
        <translation>{count} 桁</translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>Something failed that should not have. What is open is still there.</source>
        <translation>起きるはずのない失敗が起きました。開いているものはそのままです。</translation>
    </message>
    <message>
        <source>The log is {file}.</source>
        <translation>ログは {file} にあります。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly. Nothing was open that is not saved.</source>
        <translation>プログラムが予期せず終了しました。保存していないものはありませんでした。</translation>
    </message>
    <message>
        <source>The settings cannot be kept: their file cannot be written.</source>
        <translation>設定を保存できません。ファイルに書き込めません。</translation>
    </message>
    <message>
        <source>The settings were damaged. They are now as at first; see {file}.</source>
        <translation>設定が壊れていたので最初の状態に戻しました。{file} をご覧ください。</translation>
    </message>
</context>
<context>
    <name>Landscape</name>
    <message>
        <source>PC 1 ({percent:.0f} % of the motion)</source>
        <translation>主成分 1（動きの {percent:.0f} %）</translation>
    </message>
    <message>
        <source>PC 2 ({percent:.0f} %)</source>
        <translation>主成分 2（{percent:.0f} %）</translation>
    </message>
    <message>
        <source>{name} (curvature {curvature:.3g}, {percent:.0f} % of the motion)</source>
        <translation>{name}（曲率 {curvature:.3g}、動きの {percent:.0f} %）</translation>
    </message>
    <message>
        <source>{name} ({percent:.0f} % of the motion)</source>
        <translation>{name}（動きの {percent:.0f} %）</translation>
    </message>
</context>
<context>
    <name>LandscapeTools</name>
    <message>
        <source>Arrows at the balls: the last step (full) and the steepest descent (dashed)</source>
        <translation>ボールの矢印：直前のステップ（実線）と最急降下方向（破線）</translation>
    </message>
    <message>
        <source>Balanced levels</source>
        <translation>均等な間隔</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Colours from low to high</source>
        <translation>低い所から高い所への色</translation>
    </message>
    <message>
        <source>Colours of the theme</source>
        <translation>テーマの色</translation>
    </message>
    <message>
        <source>Contour levels</source>
        <translation>等高線の間隔</translation>
    </message>
    <message>
        <source>Descent field: the way down, everywhere</source>
        <translation>降下方向の場：どこでも下り坂の向き</translation>
    </message>
    <message>
        <source>Flow: where each run would go in tiny steps</source>
        <translation>流れ：ごく小さいステップで各ランが進む道</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>How much of the trails is drawn</source>
        <translation>軌跡をどこまで描くか</translation>
    </message>
    <message>
        <source>Last 10 steps</source>
        <translation>直近の 10 ステップ</translation>
    </message>
    <message>
        <source>Last 50 steps</source>
        <translation>直近の 50 ステップ</translation>
    </message>
    <message>
        <source>Linear levels</source>
        <translation>線形の間隔</translation>
    </message>
    <message>
        <source>Logarithmic levels</source>
        <translation>対数の間隔</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Most and least curvature</source>
        <translation>曲率が最大と最小の方向</translation>
    </message>
    <message>
        <source>Next step: rings where the balls go</source>
        <translation>次のステップ：ボールの行き先の輪</translation>
    </message>
    <message>
        <source>No trails</source>
        <translation>軌跡なし</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Plane through the coordinates that is shown</source>
        <translation>表示する座標の平面</translation>
    </message>
    <message>
        <source>Principal directions</source>
        <translation>主成分の方向</translation>
    </message>
    <message>
        <source>Trails</source>
        <translation>軌跡</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>What is drawn, and how</source>
        <translation>何をどう描くか</translation>
    </message>
    <message>
        <source>Where contour lines lie: balanced shows every part of the landscape, linear shows steepness by their distance, logarithmic shows the floor of a valley</source>
        <translation>等高線の引き方：均等は地形の隅々まで、線形は間隔で傾きを、対数は谷底を見せます</translation>
    </message>
    <message>
        <source>Whole trails</source>
        <translation>軌跡全体</translation>
    </message>
</context>
<context>
    <name>LandscapeView</name>
    <message>
        <source>diverged at step {step}</source>
        <translation>ステップ {step} で発散</translation>
    </message>
    <message>
        <source>f</source>
        <translation>f</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>コース</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目的関数</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>ラン</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
</context>
<context>
    <name>LeftWork</name>
    <message>
        <source>Go back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Your changes to “{title}” are not saved.</source>
        <translation>「{title}」への変更は保存されていません。</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Parts by others</source>
        <translation>他者による部分</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>ライセンスの本文</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The program ended unexpectedly. Here is the experiment that was open.</source>
        <translation>プログラムが予期せず終了しました。これはそのとき開いていた実験です。</translation>
    </message>
    <message>
        <source>The session was ended. Here is the experiment that was not saved.</source>
        <translation>セッションが終了しました。保存されていなかった実験を開きました。</translation>
    </message>
</context>
<context>
    <name>MapBar</name>
    <message>
        <source>A colour means the same in each map</source>
        <translation>同じ色はどのマップでも同じ意味です</translation>
    </message>
    <message>
        <source>All runs side by side</source>
        <translation>すべてのランを並べる</translation>
    </message>
    <message>
        <source>Back to the whole range; the wheel zooms into it</source>
        <translation>範囲全体に戻ります。ホイールで拡大できます</translation>
    </message>
    <message>
        <source>Cells along an axis</source>
        <translation>軸あたりの升目の数</translation>
    </message>
    <message>
        <source>Compute no more cells; those that are done stay</source>
        <translation type="vanished">升目の計算を止めます。計算済みの分は残ります</translation>
    </message>
    <message>
        <source>Export map…</source>
        <translation>マップを書き出す…</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横軸</translation>
    </message>
    <message>
        <source>How fine the map is, what is drawn over it, and export</source>
        <translation>マップの細かさ、重ねて描くもの、書き出し</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Needs a minimum, and this objective does not tell where one is</source>
        <translation>最小値が必要ですが、この目的関数はその場所を教えません</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="vanished">停止</translation>
    </message>
    <message>
        <source>The boundary of stability, and lines of equal rate</source>
        <translation>安定の境界と、同じ率の線</translation>
    </message>
    <message>
        <source>Theory over quadratics</source>
        <translation>2 次関数の理論</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>縦軸</translation>
    </message>
    <message>
        <source>What the colours show</source>
        <translation>色が表すもの</translation>
    </message>
    <message>
        <source>What varies from below to above</source>
        <translation>下から上へ変わるもの</translation>
    </message>
    <message>
        <source>What varies from left to right</source>
        <translation>左から右へ変わるもの</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>全体</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>Map</source>
        <translation>マップ</translation>
    </message>
</context>
<context>
    <name>MapStudy</name>
    <message>
        <source>Added as run {number}; {keys} takes it back.</source>
        <translation>ラン {number} として追加しました。{keys} で元に戻せます。</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>マップの書き出し</translation>
    </message>
    <message>
        <source>Exported {path}</source>
        <translation>{path} に書き出しました</translation>
    </message>
    <message>
        <source>Table (*.csv *.parquet);;Picture (*.png)</source>
        <translation>表 (*.csv *.parquet);;画像 (*.png)</translation>
    </message>
    <message>
        <source>The experiment has these values now; {keys} takes it back.</source>
        <translation>実験はこの値になりました。{keys} で元に戻せます。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>まだ計算していません</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Cells computed</source>
        <translation>計算した升目</translation>
    </message>
    <message>
        <source>Compute no more cells; those that are done stay</source>
        <translation>升目の計算を止めます。計算済みの分は残ります</translation>
    </message>
    <message>
        <source>Each cell is a run. Point at one to see it; click to add it.</source>
        <translation type="vanished">升目の 1 つ 1 つがランです。指すと見え、クリックすると追加されます。</translation>
    </message>
    <message>
        <source>Each cell is a run. Point at one, or use the arrow keys; a click or Return adds it.</source>
        <translation>どのマスも一つのランです。マウスか矢印キーで選び、クリックか Return で追加します。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped after {done} of {cells} runs</source>
        <translation>停止しました：{cells} 件中 {done} 件</translation>
    </message>
    <message>
        <source>{cells} runs in {seconds} s</source>
        <translation>{cells} 件のランを {seconds} 秒で</translation>
    </message>
    <message>
        <source>{done} of {cells} runs</source>
        <translation>{cells} 件中 {done} 件のラン</translation>
    </message>
    <message>
        <source>{done} of {cells} runs, about {left} s more</source>
        <translation>{cells} 件中 {done} 件、残り約 {left} 秒</translation>
    </message>
    <message>
        <source>{done} of {cells} runs, {seconds} s</source>
        <translation type="vanished">{cells} ラン中 {done}、{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Copy a report that can be pasted into a bug report</source>
        <translation>不具合の報告に貼り付けられる内容をコピーします</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>NoiseSection</name>
    <message>
        <source>Add noise to each gradient that a step sees</source>
        <translation>ステップが見る勾配にノイズを加えます</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>ノイズ</translation>
    </message>
</context>
<context>
    <name>NoiseStudy</name>
    <message>
        <source>Beyond {most} coordinates, balls are followed on quadratics only: choose one, or an objective with fewer coordinates.</source>
        <translation>{most} 座標を超えると、ボールを追えるのは 2 次関数だけです。2 次関数か、座標の少ない目的関数を選んでください。</translation>
    </message>
</context>
<context>
    <name>NumberAxis</name>
    <message>
        <source>{name} in {unit}</source>
        <translation>{name}（{unit}）</translation>
    </message>
</context>
<context>
    <name>ObjectivePanel</name>
    <message>
        <source>Back to the objective's own start</source>
        <translation>目的関数の本来の始点に戻す</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目的関数</translation>
    </message>
    <message>
        <source>Precision of every number.</source>
        <translation>すべての数の精度。</translation>
    </message>
    <message>
        <source>The objective's own start</source>
        <translation>目的関数の本来の始点</translation>
    </message>
    <message>
        <source>Where all runs begin: one number for each coordinate.</source>
        <translation>すべてのランが始まる所。座標ごとに数を 1 つ。</translation>
    </message>
    <message>
        <source>Where it is computed; auto takes what is faster for so many runs.</source>
        <translation>計算する場所。auto はランの数に応じて速い方を選びます。</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Averages</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Eigenvalues</source>
        <translation>固有値</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>エネルギー</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流れ</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>マップ</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>競走</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>安定性</translation>
    </message>
</context>
<context>
    <name>ParameterRow</name>
    <message>
        <source>Allowed: {0}.</source>
        <translation>許される値：{0}。</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the desktop</source>
        <translation>デスクトップに合わせる</translation>
    </message>
    <message>
        <source>Chinese: install a font first, such as fonts-noto-cjk</source>
        <translation>Chinese: install a font first, such as fonts-noto-cjk</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Japanese: install a font first, such as fonts-noto-cjk</source>
        <translation>Japanese: install a font first, such as fonts-noto-cjk</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation>文字の大きさ</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Exported {path}</source>
        <translation>{path} に書き出しました</translation>
    </message>
    <message>
        <source>The trajectories are not complete yet; export them when they are.</source>
        <translation>軌跡の計算が終わっていません。終わってから書き出してください。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Its loss, {steps} steps, log scale</source>
        <translation>その損失、{steps} ステップ、対数目盛</translation>
    </message>
    <message>
        <source>Its path, {steps} steps</source>
        <translation>その経路、{steps} ステップ</translation>
    </message>
</context>
<context>
    <name>RaceBar</name>
    <message>
        <source>End the race without a result</source>
        <translation>結果を出さずに競走を終える</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>From how many fresh starts the best values are run, the same for all</source>
        <translation>最良の値をいくつの新しい出発点から走らせるか。すべてに共通です</translation>
    </message>
    <message>
        <source>Give every run the best values that were found for it</source>
        <translation>それぞれのランに、見つかった最良の値を使う</translation>
    </message>
    <message>
        <source>How many values every optimizer may try: learning rates, momenta with them</source>
        <translation>各オプティマイザが試せる値の数：学習率と、それに伴うモーメンタム</translation>
    </message>
    <message>
        <source>Let the enabled runs compete, in the background</source>
        <translation>有効なランをバックグラウンドで競わせる</translation>
    </message>
    <message>
        <source>Share of the race that is over</source>
        <translation>競走の済んだ割合</translation>
    </message>
    <message>
        <source>Start race</source>
        <translation>競走開始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Use values</source>
        <translation>値を使う</translation>
    </message>
    <message>
        <source>With how many seeds each start is run; matters with noise and minibatches</source>
        <translation>各出発点をいくつのシードで走らせるか。雑音やミニバッチがあるときに意味を持ちます</translation>
    </message>
    <message>
        <source>Write the table to a CSV file</source>
        <translation>表を CSV ファイルに書き出す</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>出発点</translation>
    </message>
    <message>
        <source>values each</source>
        <translation>個ずつの値</translation>
    </message>
</context>
<context>
    <name>RacePlot</name>
    <message>
        <source>&lt;p&gt;Best value at the edge of the range: {names}. With a wider range they may do better.&lt;/p&gt;</source>
        <translation>&lt;p&gt;最良の値が範囲の端にあります：{names}。範囲を広げると、もっとよくなるかもしれません。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each dot is the final loss from one start and seed. The tall mark is their median, the line reaches from the first to the third quartile. Crosses at the right: runs that diverged.&lt;/p&gt;</source>
        <translation>&lt;p&gt;一つの点は、一つの出発点とシードの最終損失です。縦の印は中央値、横線は第一四分位から第三四分位までです。右の×印は発散したランです。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>final loss</source>
        <translation>最終損失</translation>
    </message>
</context>
<context>
    <name>RaceStudy</name>
    <message>
        <source>Best value at the edge of the range: {names}.</source>
        <translation>最良の値が範囲の端にあります：{names}。</translation>
    </message>
    <message>
        <source>Every run has its best values now; undo takes them back.</source>
        <translation>すべてのランが最良の値になりました。元に戻すこともできます。</translation>
    </message>
    <message>
        <source>Export the race</source>
        <translation>競走の書き出し</translation>
    </message>
    <message>
        <source>Exported {path}</source>
        <translation>{path} に書き出しました</translation>
    </message>
    <message>
        <source>No run is enabled; enable those that shall take part.</source>
        <translation>有効なランがありません。参加させるランを有効にしてください。</translation>
    </message>
    <message>
        <source>Only {names} is enabled: add runs to compare it with.</source>
        <translation>有効なのは {names} だけです。比べるランを追加してください。</translation>
    </message>
    <message>
        <source>Stopped. Start the race again for a ranking.</source>
        <translation>停止しました。順位を出すには、もう一度競走を始めてください。</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>Taking part: {names}. Values of their learning rates are replaced.</source>
        <translation>参加：{names}。学習率の値は置き換えられます。</translation>
    </message>
    <message>
        <source>The experiment is another one since; race again to compare its runs.</source>
        <translation>その後、実験が変わりました。今のランを比べるには、もう一度競走をしてください。</translation>
    </message>
    <message>
        <source>The first optimizer is searching for its best values…</source>
        <translation>最初のオプティマイザが最良の値を探しています…</translation>
    </message>
    <message>
        <source>{runs} final losses each; every optimizer tried {budget} values.</source>
        <translation>それぞれ最終損失は {runs} 個、各オプティマイザは {budget} 個の値を試しました。</translation>
    </message>
</context>
<context>
    <name>RaceTable</name>
    <message>
        <source>, {steps:.0f} steps</source>
        <translation>、{steps:.0f} ステップ</translation>
    </message>
    <message>
        <source>A quarter ended below {low:.4g}, a quarter above {high:.4g}</source>
        <translation>四分の一は {low:.4g} 未満、四分の一は {high:.4g} を超えました</translation>
    </message>
    <message>
        <source>How many came to within a thousandth of their first distance in loss to the minimum, and the median of the steps that took</source>
        <translation>最小値との損失の差が最初の千分の一以内になった数と、それに要したステップ数の中央値</translation>
    </message>
    <message>
        <source>How many ended above their first loss or nowhere</source>
        <translation>最初の損失より高く終わったもの、または値がなくなったものの数</translation>
    </message>
    <message>
        <source>Median over all starts and seeds; ranks by this</source>
        <translation>すべての出発点とシードの中央値。これで順位を付けます</translation>
    </message>
    <message>
        <source>Of those tried, what gave the lowest median loss</source>
        <translation type="vanished">試したうち、損失の中央値が最も低かったもの</translation>
    </message>
    <message>
        <source>Of those tried, what gave the lowest median loss. At the edge: none was tried beyond, where a better one may be; widen the range</source>
        <translation>試した値のうち、損失の中央値が最も低くなったもの。端：その先は試しておらず、もっとよい値があるかもしれません。範囲を広げてください</translation>
    </message>
    <message>
        <source>Ranking, the best first</source>
        <translation>順位、最良のものが先</translation>
    </message>
    <message>
        <source>The run, with its rank</source>
        <translation>ランとその順位</translation>
    </message>
    <message>
        <source>best values</source>
        <translation>最良の値</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>発散</translation>
    </message>
    <message>
        <source>final loss</source>
        <translation>最終損失</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>オプティマイザ</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>到達</translation>
    </message>
    <message>
        <source>{count} of {runs}</source>
        <translation>{runs} 件中 {count} 件</translation>
    </message>
    <message>
        <source>{value} (edge)</source>
        <translation>{value}（端）</translation>
    </message>
</context>
<context>
    <name>RaceView</name>
    <message>
        <source>&lt;b&gt;Which optimizer is best here?&lt;/b&gt; Each may try equally many learning rates (and momenta); its best is then run from fresh starts, the same for all. So none wins by more tuning, or by luck.</source>
        <translation>&lt;b&gt;ここではどのオプティマイザが最良でしょう。&lt;/b&gt;どれも同じ数の学習率（とモーメンタム）を試し、最良の値で、共通の新しい出発点から走ります。調整の多さや運で勝つものはありません。</translation>
    </message>
    <message>
        <source>Search half as far again beyond the ends where the best values were</source>
        <translation>最良の値があった端の先へ、範囲を半分だけ広げて探します</translation>
    </message>
    <message>
        <source>Widen and race again</source>
        <translation>範囲を広げてもう一度</translation>
    </message>
</context>
<context>
    <name>Readouts</name>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Kramers</source>
        <translation>Kramers</translation>
    </message>
    <message>
        <source>barrier/σ²</source>
        <translation>障壁/σ²</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>偶然</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距離</translation>
    </message>
    <message>
        <source>distance: the share of balls that lie elsewhere than the density says; chance: what so many balls would show anyway; p: how probable it is that chance alone does this.</source>
        <translation>距離：密度が言う所と違う所にいるボールの割合。偶然：この数のボールならどのみち出る差。p：偶然だけでこうなる確率。</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>発散</translation>
    </message>
    <message>
        <source>escape</source>
        <translation>脱出</translation>
    </message>
    <message>
        <source>escape time: the mean time from the bottom of one well to that of the other. Kramers' formula is for hills many times higher than σ² and, with friction, for friction that is not weak.</source>
        <translation>脱出時間：一方の井戸の底から他方の底までの平均時間。Kramers の式は σ² の何倍も高い丘に、摩擦がある場合は弱くない摩擦に使えます。</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>厳密</translation>
    </message>
    <message>
        <source>exact: the variance that these steps settle at. limit: that of small steps, σ²/λ in a bowl.</source>
        <translation>厳密：このステップで落ち着く分散。極限：小さいステップでの分散、鉢では σ²/λ。</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>極限</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>実測</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>外側</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>分散</translation>
    </message>
    <message>
        <source>variance, λ</source>
        <translation>分散、λ</translation>
    </message>
    <message>
        <source>χ² p</source>
        <translation>χ² 検定の p</translation>
    </message>
</context>
<context>
    <name>Regimes</name>
    <message>
        <source>As fast as it can be without ringing.</source>
        <translation>揺れずに進める最速です。</translation>
    </message>
    <message>
        <source>Each step crosses the minimum and lands closer on the other side.</source>
        <translation>毎回、極小点を越えて反対側のより近い所に着きます。</translation>
    </message>
    <message>
        <source>Errors grow without end.</source>
        <translation>誤差が果てしなく大きくなります。</translation>
    </message>
    <message>
        <source>It creeps in from one side: more momentum would be faster.</source>
        <translation>片側からゆっくり近づきます。モーメンタムを増やすと速くなります。</translation>
    </message>
    <message>
        <source>It neither comes closer nor goes away.</source>
        <translation>近づきも遠ざかりもしません。</translation>
    </message>
    <message>
        <source>It rings: the ball swings about the minimum, less each time.</source>
        <translation>揺れます。ボールは極小点の周りを振れ、だんだん小さくなります。</translation>
    </message>
    <message>
        <source>alternating</source>
        <translation>交互</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>臨界</translation>
    </message>
    <message>
        <source>divergent</source>
        <translation>発散</translation>
    </message>
    <message>
        <source>over-damped</source>
        <translation>過減衰</translation>
    </message>
    <message>
        <source>sustained</source>
        <translation>持続</translation>
    </message>
    <message>
        <source>under-damped</source>
        <translation>不足減衰</translation>
    </message>
</context>
<context>
    <name>RootPlane</name>
    <message>
        <source>roots</source>
        <translation>根</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Choose the colour</source>
        <translation>色を選ぶ</translation>
    </message>
    <message>
        <source>Colour of the run</source>
        <translation>ランの色</translation>
    </message>
    <message>
        <source>Compute this run</source>
        <translation>このランを計算する</translation>
    </message>
    <message>
        <source>Duplicate the run</source>
        <translation>ランを複製</translation>
    </message>
    <message>
        <source>From that step on the gradient stays below a millionth of the first.</source>
        <translation>そのステップから後は、勾配が最初の百万分の一より小さいままです。</translation>
    </message>
    <message>
        <source>Most often the learning rate is too large for the steepest direction: each step lands higher up the other wall. For a quadratic, the page Stability shows how large it may be.</source>
        <translation>たいていは、最も急な方向に対して学習率が大きすぎ、一歩ごとに向かいの壁のより高い所に着いています。二次関数なら、どこまで大きくできるかが「安定性」のページで分かります。</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>ランの名前</translation>
    </message>
    <message>
        <source>Name of the run; empty for one made from its numbers</source>
        <translation>ランの名前。空なら数値から作ります</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>オプティマイザ</translation>
    </message>
    <message>
        <source>Remove the run</source>
        <translation>ランを削除</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Add a run with momentum and the numbers of the last one</source>
        <translation>最後のランと同じ数値で、モーメンタムのランを追加します</translation>
    </message>
    <message>
        <source>Add run</source>
        <translation>ランを追加</translation>
    </message>
</context>
<context>
    <name>SafetyNet</name>
    <message>
        <source>It was ended from outside and could not say why.</source>
        <translation>外から終了させられ、理由を残せませんでした。</translation>
    </message>
    <message>
        <source>Nothing can be kept in {folder} ({why}): there is no log, and unsaved work will not survive a crash.</source>
        <translation>{folder} に何も保存できません（{why}）。ログはなく、異常終了すると保存していない作業は失われます。</translation>
    </message>
</context>
<context>
    <name>ScheduleEditor</name>
    <message>
        <source>Kind of schedule</source>
        <translation>スケジュールの種類</translation>
    </message>
    <message>
        <source>Made of: {0}. Edit it in the file.</source>
        <translation>構成：{0}。編集はファイルで行います。</translation>
    </message>
    <message>
        <source>{0} in the first epoch, {1} in the last</source>
        <translation>最初のエポックで {0}、最後で {1}</translation>
    </message>
    <message>
        <source>{0} in the first step, {1} in the last</source>
        <translation>最初のステップで {0}、最後で {1}</translation>
    </message>
</context>
<context>
    <name>ScheduledRow</name>
    <message>
        <source>Change {0} from step to step</source>
        <translation>{0} をステップごとに変える</translation>
    </message>
    <message>
        <source>Schedule of {0}</source>
        <translation>{0} のスケジュール</translation>
    </message>
</context>
<context>
    <name>StabilityPlot</name>
    <message>
        <source>momentum β</source>
        <translation>モーメンタム β</translation>
    </message>
</context>
<context>
    <name>StabilityStudy</name>
    <message>
        <source>There is no curvature to be stable against here; choose an objective with a Hessian and a minimum, such as the ill-conditioned bowl.</source>
        <translation>ここには安定性を調べる曲率がありません。悪条件の鉢のように、ヘッセ行列と極小点のある目的関数を選んでください。</translation>
    </message>
</context>
<context>
    <name>StabilityView</name>
    <message>
        <source>All eigenvalues</source>
        <translation>すべての固有値</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>境界</translation>
    </message>
    <message>
        <source>Curvature</source>
        <translation>曲率</translation>
    </message>
    <message>
        <source>Give the run the rate and momentum that are best here</source>
        <translation>ここで最もよい学習率とモーメンタムをランに与えます</translation>
    </message>
    <message>
        <source>Heavy ball</source>
        <translation>ヘビーボール</translation>
    </message>
    <message>
        <source>Implicit scheme</source>
        <translation>陰的な方法</translation>
    </message>
    <message>
        <source>Limits of stability (thick) and critical damping (thin) in closed form</source>
        <translation>閉じた式による安定限界（太線）と臨界減衰（細線）</translation>
    </message>
    <message>
        <source>Log η</source>
        <translation>η を対数に</translation>
    </message>
    <message>
        <source>Logarithmic axis of learning rates</source>
        <translation>学習率を対数軸に</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Method whose regimes are coloured</source>
        <translation>様相を色分けする方法</translation>
    </message>
    <message>
        <source>Nesterov, look-ahead</source>
        <translation>Nesterov、先読み</translation>
    </message>
    <message>
        <source>Nesterov, midpoint</source>
        <translation>Nesterov、中点</translation>
    </message>
    <message>
        <source>Rate {rate}, {regime}: {pace}</source>
        <translation>率 {rate}、{regime}：{pace}</translation>
    </message>
    <message>
        <source>Stability diagram</source>
        <translation>安定図</translation>
    </message>
    <message>
        <source>The run's method</source>
        <translation>ランの方法</translation>
    </message>
    <message>
        <source>The star: η = {rate}, β = {momentum}</source>
        <translation type="vanished">星印：η = {rate}、β = {momentum}</translation>
    </message>
    <message>
        <source>The star: η = {rate}, β = {momentum}. Fastest in the long run; a few steps may get further with others.</source>
        <translation>星印：η = {rate}、β = {momentum}。長く続ければ最も速い値です。数歩だけなら、ほかの値の方が先へ進むこともあります。</translation>
    </message>
    <message>
        <source>The worst of all eigenvalues over the learning rate η, or one eigenvalue over ηλ</source>
        <translation>学習率 η に対する全固有値のうち最悪のもの、または ηλ に対する 1 つの固有値</translation>
    </message>
    <message>
        <source>Use optimal</source>
        <translation>最適値を使う</translation>
    </message>
    <message>
        <source>a decimal digit every {steps} steps.</source>
        <translation>{steps} ステップごとに 10 進で 1 桁。</translation>
    </message>
    <message>
        <source>errors grow.</source>
        <translation>誤差が大きくなります。</translation>
    </message>
    <message>
        <source>errors stay.</source>
        <translation>誤差は変わりません。</translation>
    </message>
    <message>
        <source>learning rate η</source>
        <translation>学習率 η</translation>
    </message>
    <message>
        <source>{letter} {x}, β {y}: rate {rate}, {regime}</source>
        <translation>{letter} {x}、β {y}：率 {rate}、{regime}</translation>
    </message>
    <message>
        <source>ηλ: learning rate × eigenvalue</source>
        <translation>ηλ：学習率 × 固有値</translation>
    </message>
    <message>
        <source>★ optimal; thick line: rate 1</source>
        <translation>★ 最適、太線：率 1</translation>
    </message>
</context>
<context>
    <name>StartsSection</name>
    <message>
        <source>Let companions of every run roll from many starts around its own: faint balls that show where each rule ends up, and from how far</source>
        <translation>各ランの仲間を、その始点の周りの多くの始点から転がします。淡いボールが、それぞれの規則がどこに着くか、どれだけ遠くから着けるかを見せます</translation>
    </message>
    <message>
        <source>Runs of torch's own classes have none: they step one parameter at a time.</source>
        <translation>torch のクラスにはありません。一度に 1 つのパラメータしか進めないからです。</translation>
    </message>
    <message>
        <source>many starts</source>
        <translation>多くの始点</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Computing step {step} of {steps}</source>
        <translation>計算中：{steps} ステップ中の {step}</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>起動しています…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop computing; what is computed stays</source>
        <translation>計算を止めます。計算済みの分は残ります</translation>
    </message>
    <message>
        <source>every {stride}th step kept, to spare memory</source>
        <translation>メモリを節約するため {stride} ステップごとに記録</translation>
    </message>
    <message>
        <source>{converged} of {starts} starts converged</source>
        <translation>{starts} の始点のうち {converged} が収束</translation>
    </message>
    <message>
        <source>{count} converged</source>
        <translation>収束 {count}</translation>
    </message>
    <message>
        <source>{count} diverged</source>
        <translation>発散 {count}</translation>
    </message>
    <message>
        <source>{count} growing</source>
        <translation>増大 {count}</translation>
    </message>
    <message>
        <source>{count} still descending</source>
        <translation>降下中 {count}</translation>
    </message>
    <message>
        <source>{device} · {speed} steps/s</source>
        <translation>{device} · {speed} ステップ/秒</translation>
    </message>
</context>
<context>
    <name>SurfaceControls</name>
    <message>
        <source>Also: double click. Drag to turn, scroll to zoom</source>
        <translation>ダブルクリックでも戻ります。ドラッグで回転、スクロールで拡大・縮小</translation>
    </message>
    <message>
        <source>Follow the ball</source>
        <translation>ボールを追う</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Height: linear</source>
        <translation>高さ：線形</translation>
    </message>
    <message>
        <source>Height: logarithmic</source>
        <translation>高さ：対数</translation>
    </message>
    <message>
        <source>Keep the first visible ball in the middle</source>
        <translation>最初に見えているボールを中央に保ちます</translation>
    </message>
    <message>
        <source>Logarithmic heights show the floor of a valley and its walls at once</source>
        <translation>対数の高さなら、谷底と谷の壁が同時に見えます</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>視点を戻す</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>The objective as a surface</source>
        <translation>曲面としての目的関数</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>6 decimals</source>
        <translation>小数点以下 6 桁</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the selected cells with their headers, or all, to paste into a sheet</source>
        <translation>選んだセル（なければ全部）を見出しとともにコピーし、表計算に貼り付けられます</translation>
    </message>
    <message>
        <source>Format of numbers</source>
        <translation>数の書式</translation>
    </message>
    <message>
        <source>How numbers are written, also when they are copied</source>
        <translation>数の書き方。コピーするときも同じです</translation>
    </message>
    <message>
        <source>Trajectory, one row a step</source>
        <translation>軌跡、1 ステップ 1 行</translation>
    </message>
    <message>
        <source>all digits</source>
        <translation>すべての桁</translation>
    </message>
    <message>
        <source>no rows yet</source>
        <translation>まだ行がありません</translation>
    </message>
    <message>
        <source>{cells} cells are too many for the clipboard; select fewer, or export the trajectories to a file.</source>
        <translation>{cells} 個のセルはクリップボードには多すぎます。選ぶ数を減らすか、軌跡をファイルに書き出してください。</translation>
    </message>
    <message>
        <source>{rows} rows</source>
        <translation>{rows} 行</translation>
    </message>
    <message>
        <source>{rows} rows, being sorted…</source>
        <translation>{rows} 行、並べ替えています…</translation>
    </message>
</context>
<context>
    <name>TemperatureView</name>
    <message>
        <source>&lt;p&gt;Mean loss above the least, of 256 runs on batches drawn with replacement. exact: by the discrete Lyapunov equation, from the gradients of single examples. Batches of a reshuffled order, which leave nothing out, scatter less.&lt;/p&gt;</source>
        <translation>&lt;p&gt;復元抽出のバッチによる 256 のランの、最小値を超える損失の平均。厳密：個々の例の勾配から、離散リアプノフ方程式で計算。すべての例を使う並べ替えのバッチでは、散らばりは小さくなります。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The mean loss above the least against the temperature of minibatches, σ² = η tr C / (2 B n (1 − β)): η the learning rate, β the momentum, B the batch size, C the covariance of the gradients of single examples, n the number of coordinates. Dashed: a heat bath of that temperature, which gives each coordinate σ²/2. Lines: exact. Symbols: measured.&lt;/p&gt;</source>
        <translation>&lt;p&gt;最小値を超える平均損失とミニバッチの温度 σ² = η tr C / (2 B n (1 − β))。η は学習率、β はモーメンタム、B はバッチサイズ、C は個々の例の勾配の共分散、n は座標の数。破線：その温度の熱浴で、各座標に σ²/2 を与えます。線：厳密な値。印：実測。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Temperatures</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>diverges</source>
        <translation>発散</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>厳密</translation>
    </message>
    <message>
        <source>excess loss</source>
        <translation>超過損失</translation>
    </message>
    <message>
        <source>heat bath, n σ²/2</source>
        <translation type="vanished">熱浴、n σ²/2</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>実測</translation>
    </message>
    <message>
        <source>n σ²/2</source>
        <translation>n σ²/2</translation>
    </message>
    <message>
        <source>rate η</source>
        <translation>学習率 η</translation>
    </message>
    <message>
        <source>temperature σ²</source>
        <translation>温度 σ²</translation>
    </message>
    <message>
        <source>temperature σ² = η tr C / (2 B n (1 − β))</source>
        <translation type="vanished">温度 σ² = η tr C / (2 B n (1 − β))</translation>
    </message>
    <message>
        <source>σ²</source>
        <translation>σ²</translation>
    </message>
</context>
<context>
    <name>Theory</name>
    <message>
        <source>A curvature is not positive: nothing brings its direction home.</source>
        <translation>正でない曲率があります。その方向を引き戻すものはありません。</translation>
    </message>
    <message>
        <source>A schedule sets the learning rate or the momentum; remove it first.</source>
        <translation>学習率かモーメンタムがスケジュールで決まっています。先に取り除いてください。</translation>
    </message>
    <message>
        <source>{optimizer} changes from step to step, so that no one matrix describes it.</source>
        <translation>{optimizer} はステップごとに変わるので、1 つの行列では表せません。</translation>
    </message>
    <message>
        <source>{optimizer} has no learning rate to choose that would bring it home.</source>
        <translation>{optimizer} には、引き戻せる学習率がありません。</translation>
    </message>
    <message>
        <source>{optimizer} is not linear: a step from a sum is not the sum of the steps, so that no matrix R describes it.</source>
        <translation>{optimizer} は線形ではありません。和からの 1 ステップはステップの和ではなく、行列 R では表せません。</translation>
    </message>
    <message>
        <source>{optimizer} is run as it is: what it does with a slope is not known here.</source>
        <translation>{optimizer} はそのまま実行されます。傾きをどう使うかは、ここでは分かりません。</translation>
    </message>
</context>
<context>
    <name>TheoryKey</name>
    <message>
        <source>&lt;p&gt;From theory, not from the runs: for a quadratic, each step multiplies the distance to the minimum by a known rate in the long run. Where the rate is 1, stability ends; below 1, smaller is faster.&lt;/p&gt;</source>
        <translation>&lt;p&gt;ランではなく理論によります。二次関数では、長い目で見ると一歩ごとに最小値までの距離に既知の率が掛かります。率が 1 の所で安定が終わり、1 より小さければ小さいほど速くなります。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>theory: equal rate, {rates}</source>
        <translation>理論：等しい率、{rates}</translation>
    </message>
    <message>
        <source>theory: stability ends</source>
        <translation>理論：安定の限界</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Drag to any step; the shaded part is computed</source>
        <translation>どのステップへもドラッグできます。影の部分は計算済みです</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>最後まで行ったら最初から</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>1 ステップ戻る</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>1 ステップ進む</translation>
    </message>
    <message>
        <source>Steps shown per second</source>
        <translation>1 秒に再生するステップ数</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>最後へ</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>最初へ</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最速</translation>
    </message>
    <message>
        <source>step {0} / {1}</source>
        <translation>ステップ {0} / {1}</translation>
    </message>
    <message>
        <source>{0} steps/s</source>
        <translation>{0} ステップ/秒</translation>
    </message>
</context>
<context>
    <name>ValueEntry</name>
    <message>
        <source>This cannot be: a message says why. Escape takes it back.</source>
        <translation>この値は使えません。理由はメッセージに示されています。Esc で元に戻ります。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>&amp;Go to</source>
        <translation>移動(&amp;G)</translation>
    </message>
</context>
<context>
    <name>WeightsControls</name>
    <message>
        <source>Averaged, β 0.9, 100 steps</source>
        <translation>平均形、β 0.9、100 ステップ</translation>
    </message>
    <message>
        <source>Averaged, β 0.98 to 0.8</source>
        <translation>平均形、β 0.98 から 0.8</translation>
    </message>
    <message>
        <source>Choice of weights</source>
        <translation>重みの選択</translation>
    </message>
    <message>
        <source>Form of the weights</source>
        <translation>重みの形</translation>
    </message>
    <message>
        <source>How many past steps are drawn</source>
        <translation>過去の何ステップを描くか</translation>
    </message>
    <message>
        <source>Momenta</source>
        <translation>モーメンタムの値</translation>
    </message>
    <message>
        <source>Number of steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>One or more β, separated by commas</source>
        <translation>1 つ以上の β、コンマ区切り</translation>
    </message>
    <message>
        <source>The selected run's β</source>
        <translation>選んだランの β</translation>
    </message>
    <message>
        <source>Weights that the texts plot, or those of the run</source>
        <translation>文献が描く重み、またはランの重み</translation>
    </message>
    <message>
        <source>β from 0.95 to 0, 40 steps</source>
        <translation>β 0.95 から 0、40 ステップ</translation>
    </message>
    <message>
        <source>βᵗ: gradients are added up, v ← βv + g. (1−β)βᵗ: they are averaged, v ← βv + (1−β)g</source>
        <translation>βᵗ：勾配を足し合わせる、v ← βv + g。(1−β)βᵗ：勾配を平均する、v ← βv + (1−β)g</translation>
    </message>
</context>
<context>
    <name>simulation</name>
    <message>
        <source>'!' has no place; there is no factorial</source>
        <translation>'!' は使えません。階乗はありません</translation>
    </message>
    <message>
        <source>'%' has no place; the operators are + - * / ^</source>
        <translation>'%' は使えません。演算子は + - * / ^ です</translation>
    </message>
    <message>
        <source>';' has no place; a formula is a single expression</source>
        <translation>';' は使えません。式は 1 つだけです</translation>
    </message>
    <message>
        <source>'=' has no place; write only what stands right of it</source>
        <translation>'=' は使えません。右辺だけを書いてください</translation>
    </message>
    <message>
        <source>'[' has no place; write ( for a bracket, and x1 for the first coordinate</source>
        <translation>'[' は使えません。括弧は (、最初の座標は x1 と書いてください</translation>
    </message>
    <message>
        <source>']' has no place; write ) for a bracket</source>
        <translation>']' は使えません。括弧は ) と書いてください</translation>
    </message>
    <message>
        <source>'{' has no place; write ( for a bracket</source>
        <translation>'{' は使えません。括弧は ( と書いてください</translation>
    </message>
    <message>
        <source>'}' has no place; write ) for a bracket</source>
        <translation>'}' は使えません。括弧は ) と書いてください</translation>
    </message>
    <message>
        <source>'√' has no place; write sqrt(...)</source>
        <translation>'√' は使えません。sqrt(...) と書いてください</translation>
    </message>
    <message>
        <source>(1 + rate · t)^−power</source>
        <translation>(1 + 率 · t)^−べき</translation>
    </message>
    <message>
        <source>(1 − min(t, steps) / steps)^power</source>
        <translation>(1 − min(t, ステップ数) / ステップ数)^べき</translation>
    </message>
    <message>
        <source>0.01, momentum 0.63</source>
        <translation>0.01、モーメンタム 0.63</translation>
    </message>
    <message>
        <source>0.01, momentum 0.9</source>
        <translation>0.01、モーメンタム 0.9</translation>
    </message>
    <message>
        <source>0.01, no momentum</source>
        <translation>0.01、モーメンタムなし</translation>
    </message>
    <message>
        <source>0.1, no momentum</source>
        <translation>0.1、モーメンタムなし</translation>
    </message>
    <message>
        <source>0.9 reaches the minimum first and then swings around it for longest; 0.63 is near the critical 0.514 and settles three times as fast as none.</source>
        <translation>0.9 は最初に極小点に着きますが、その周りで最も長く揺れます。0.63 は臨界の 0.514 に近く、モーメンタムなしの 3 倍速く落ち着きます。</translation>
    </message>
    <message>
        <source>1 is a straight line.</source>
        <translation>1 は直線です。</translation>
    </message>
    <message>
        <source>20 + e − 20 exp(−0.2 √mean xᵢ²) − exp(mean cos 2πxᵢ)</source>
        <translation>20 + e − 20 exp(−0.2 √(xᵢ² の平均)) − exp(cos 2πxᵢ の平均)</translation>
    </message>
    <message>
        <source>4x² with learning rate 0.1</source>
        <translation>4x²、学習率 0.1</translation>
    </message>
    <message>
        <source>4x² with learning rate 0.2</source>
        <translation>4x²、学習率 0.2</translation>
    </message>
    <message>
        <source>4x² with learning rate 0.5</source>
        <translation>4x²、学習率 0.5</translation>
    </message>
    <message>
        <source>4x² with learning rate 1</source>
        <translation>4x²、学習率 1</translation>
    </message>
    <message>
        <source>4x² with the perfect rate, 1/8</source>
        <translation>4x²、ちょうどよい学習率 1/8</translation>
    </message>
    <message>
        <source>A ball on slope A, a shallow well B, a barrier C and a deeper well D.</source>
        <translation>斜面 A のボール、その先に浅い井戸 B、障壁 C、より深い井戸 D。</translation>
    </message>
    <message>
        <source>A little faster, and it diverges</source>
        <translation>少し速くすると発散する</translation>
    </message>
    <message>
        <source>A pair of minimal and maximal allowed step sizes.</source>
        <translation>許されるステップ幅の最小と最大。</translation>
    </message>
    <message>
        <source>A smaller rate is a smaller time step, and the same momentum then means more friction: the ball creeps. 1 − (1 − 0.9)√0.1 keeps the friction, and the ball its way of moving.</source>
        <translation>学習率が小さいと時間刻みも小さくなり、同じモーメンタムでも摩擦が増えて、ボールは這うように進みます。1 − (1 − 0.9)√0.1 なら摩擦が変わらず、動き方も変わりません。</translation>
    </message>
    <message>
        <source>A sum and an average, one path</source>
        <translation>和と平均、同じ経路</translation>
    </message>
    <message>
        <source>A tilted bowl with its minimum elsewhere</source>
        <translation>傾いた鉢、極小点は別の所に</translation>
    </message>
    <message>
        <source>ASGD</source>
        <translation>ASGD</translation>
    </message>
    <message>
        <source>Ackley</source>
        <translation>Ackley 関数</translation>
    </message>
    <message>
        <source>Across the plateau</source>
        <translation>台地を越えて</translation>
    </message>
    <message>
        <source>Across the valley the curvature is 4, and 0.6 × 4 = 2.4 is more than 2: each step lands further up the other wall.</source>
        <translation>谷を横切る方向の曲率は 4。0.6 × 4 = 2.4 は 2 より大きく、毎回、向かいの壁のさらに高い所に着きます。</translation>
    </message>
    <message>
        <source>AdaBelief</source>
        <translation>AdaBelief</translation>
    </message>
    <message>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
    <message>
        <source>Adafactor</source>
        <translation>Adafactor</translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam and RMSprop make steps of even length wherever the slope points; momentum overshoots the bend and comes back.</source>
        <translation>Adam と RMSprop は坂の向きによらず一様な歩幅で進みます。モーメンタムは曲がり角を行き過ぎて戻ってきます。</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adamax</source>
        <translation>Adamax</translation>
    </message>
    <message>
        <source>After 1/rate steps the value is halved, with power 1.</source>
        <translation>べきが 1 なら、1/率 ステップで値は半分になります。</translation>
    </message>
    <message>
        <source>After 20 steps the learning rate drops to a tenth, once with momentum 0.9 as before and once with 0.968377.</source>
        <translation>20 ステップ後に学習率が 10 分の 1 になります。一方はモーメンタム 0.9 のまま、他方は 0.968377。</translation>
    </message>
    <message>
        <source>After every four epochs the batch is four times larger; the learning rate stays.</source>
        <translation>4 エポックごとにバッチを 4 倍にし、学習率は変えません。</translation>
    </message>
    <message>
        <source>After every four epochs the learning rate is four times smaller; the batch stays.</source>
        <translation>4 エポックごとに学習率を 4 分の 1 にし、バッチは変えません。</translation>
    </message>
    <message>
        <source>After the first step the velocity is the gradient; in the second, nine tenths of it are still there.</source>
        <translation>最初のステップの後、速度は勾配そのもの。2 歩目には、その 10 分の 9 がまだ残っています。</translation>
    </message>
    <message>
        <source>Airfoil noise</source>
        <translation>翼型の騒音</translation>
    </message>
    <message>
        <source>Airfoil self-noise regression</source>
        <translation>翼型の自己騒音の回帰</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>すべて同時に</translation>
    </message>
    <message>
        <source>Any formula in x and y, with parameters that become sliders.</source>
        <translation>x と y の好きな式。パラメータはスライダーになります。</translation>
    </message>
    <message>
        <source>At rate 0.4 and momentum 0.9, ηλ is 1.6 in the steep direction.</source>
        <translation>学習率 0.4、モーメンタム 0.9 では、急な方向の ηλ は 1.6 です。</translation>
    </message>
    <message>
        <source>At the saddle the slope is zero, and beside it nearly so.</source>
        <translation>鞍点では傾きが 0、そのそばでもほとんど 0 です。</translation>
    </message>
    <message>
        <source>At the same effective step η/(1−β) the first two curves are alike: where steps are small, momentum acts as a larger rate.</source>
        <translation>実効ステップ幅 η/(1−β) が同じなら、最初の 2 本の曲線は似ています。歩幅が小さい所では、モーメンタムは学習率を大きくするのと同じです。</translation>
    </message>
    <message>
        <source>Averaged SGD</source>
        <translation>平均化 SGD</translation>
    </message>
    <message>
        <source>Averaged gradients weigh (1 − β) less: ten times the learning rate makes up for it.</source>
        <translation>平均した勾配の重みは (1 − β) 倍小さくなります。学習率を十倍にすると釣り合います。</translation>
    </message>
    <message>
        <source>Ball and friction</source>
        <translation>ボールと摩擦</translation>
    </message>
    <message>
        <source>Beale</source>
        <translation>Beale 関数</translation>
    </message>
    <message>
        <source>Booth</source>
        <translation>Booth 関数</translation>
    </message>
    <message>
        <source>Both balls end where the gradient Qx + c is zero, at −Q⁻¹c; turned by 45°, the valley is as narrow as before and momentum helps as much.</source>
        <translation>どちらのボールも勾配 Qx + c が 0 になる −Q⁻¹c で止まります。45° 回っても谷は同じように狭く、モーメンタムも同じように効きます。</translation>
    </message>
    <message>
        <source>Bounds the descent: the wells lie at x2 = ±1/√(2q), 1/(4q) below the saddle.</source>
        <translation>降下の深さを抑えます。井戸は x2 = ±1/√(2q) にあり、鞍点より 1/(4q) 低い所です。</translation>
    </message>
    <message>
        <source>Centered.</source>
        <translation>中心化します。</translation>
    </message>
    <message>
        <source>Change the formula or its parameter a under Objective, and the landscape follows.</source>
        <translation>「目的関数」で式やパラメータ a を変えると、地形も変わります。</translation>
    </message>
    <message>
        <source>Climb instead of descending.</source>
        <translation>下る代わりに登ります。</translation>
    </message>
    <message>
        <source>Coefficient used for computing a running average of squared gradients.</source>
        <translation>勾配の 2 乗の移動平均に使う係数。</translation>
    </message>
    <message>
        <source>Coefficients (a,b,c) for the Newton–Schulz orthogonalization polynomial.</source>
        <translation>Newton–Schulz 直交化の多項式の係数 (a, b, c)。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>一定</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>コサイン</translation>
    </message>
    <message>
        <source>Cosine with restarts</source>
        <translation>リスタート付きコサイン</translation>
    </message>
    <message>
        <source>Curvature and speed</source>
        <translation>曲率と速さ</translation>
    </message>
    <message>
        <source>Curvatures from 1 down to 1/512: gradient descent against momentum.</source>
        <translation>曲率は 1 から 1/512 まで。勾配降下法とモーメンタムの比較。</translation>
    </message>
    <message>
        <source>Decay term.</source>
        <translation>減衰項。</translation>
    </message>
    <message>
        <source>Dive into Deep Learning, chapter on momentum</source>
        <translation>『Dive into Deep Learning』モーメンタムの章</translation>
    </message>
    <message>
        <source>Dive into Deep Learning, chapter on momentum, exercise 2</source>
        <translation>『Dive into Deep Learning』モーメンタムの章、演習 2</translation>
    </message>
    <message>
        <source>Diverged: the loss or the position stopped being finite, or the loss ended above its first value. Converged: the gradient ended below a millionth of its first norm. Oscillating: neither, and the loss rose in a tenth of the steps or more. Slow: the rest.</source>
        <translation>発散：損失か位置が有限でなくなったか、最終損失が最初の値を上回った。収束：最終の勾配が最初のノルムの百万分の一未満。振動：どちらでもなく、十分の一以上のステップで損失が増えた。緩慢：それ以外。</translation>
    </message>
    <message>
        <source>Divide by the largest average squared gradient so far, so that steps never grow back.</source>
        <translation>これまでで最大の 2 乗勾配平均で割り、歩幅が再び大きくならないようにします。</translation>
    </message>
    <message>
        <source>Divide by the standard deviation of the gradient instead of its root mean square.</source>
        <translation>二乗平均平方根ではなく、勾配の標準偏差で割ります。</translation>
    </message>
    <message>
        <source>Double well</source>
        <translation>二重井戸</translation>
    </message>
    <message>
        <source>Drag on the balls; friction × step is at most 2. Momentum 0 is Langevin's equation.</source>
        <translation>ボールへの抵抗。摩擦 × 刻み は 2 まで。モーメンタム 0 はランジュバン方程式です。</translation>
    </message>
    <message>
        <source>Drag the start a little: another optimizer, another minimum.</source>
        <translation>始点を少しドラッグしてみましょう。オプティマイザが変わると、別の極小点に着きます。</translation>
    </message>
    <message>
        <source>Easom</source>
        <translation>Easom 関数</translation>
    </message>
    <message>
        <source>Either 'strong_wolfe' or None.</source>
        <translation>'strong_wolfe' か None。</translation>
    </message>
    <message>
        <source>Enables Nesterov momentum.</source>
        <translation>Nesterov のモーメンタムを使います。</translation>
    </message>
    <message>
        <source>Epsilon1 is the term added to the denominator of the update calculation to improve numerical stability.</source>
        <translation>Epsilon1 は更新の計算の分母に加える、数値を安定させる項です。</translation>
    </message>
    <message>
        <source>Escape from a well</source>
        <translation>井戸からの脱出</translation>
    </message>
    <message>
        <source>Every ball falls into the shallow well first; sooner or later noise lifts it over the pass. On the page Noise, ten thousand such balls come to have the density exp(−L/σ²).</source>
        <translation>どのボールもまず浅い井戸に落ち、やがてノイズが峠を越えさせます。「ノイズ」のページでは、そんなボール 1 万個の密度が exp(−L/σ²) になります。</translation>
    </message>
    <message>
        <source>Every ball lingers on the ridge; momentum is the first to leave.</source>
        <translation>どのボールも尾根でぐずぐずします。最初に離れるのはモーメンタムです。</translation>
    </message>
    <message>
        <source>Every step lands seven times as far out on the other side.</source>
        <translation>毎回、反対側の 7 倍遠い所に着きます。</translation>
    </message>
    <message>
        <source>Examples a minibatch; the data is reshuffled each epoch.</source>
        <translation>ミニバッチの例の数。データはエポックごとに並べ替えます。</translation>
    </message>
    <message>
        <source>Exercise 4: stochastic gradients, at the same rate and at the same effective step.</source>
        <translation>演習 4：確率的勾配。学習率が同じ場合と、実効ステップ幅が同じ場合。</translation>
    </message>
    <message>
        <source>Exponent with which the learning rate falls.</source>
        <translation>学習率が下がる指数。</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Exponential moving average of gradients; v₀ = 0, unlike torch's dampening</source>
        <translation>勾配の指数移動平均。v₀ = 0 で、torch の dampening とは異なる</translation>
    </message>
    <message>
        <source>Factor by which the distance to the minimum shrinks a step: exp of half the slope of ln(gap) against the step, by least squares through up to 32 evenly spaced steps, of which the first half and those at the limit of rounding are left out. Above 1 the run is leaving; nan if fewer than three points are left.</source>
        <translation>一歩ごとに最小値までの距離が縮む倍率：ステップに対する ln(差) の傾きの半分の指数。最大 32 個の等間隔のステップを最小二乗で当てはめ、前半と丸めの限界にある点は除きます。1 を超えると遠ざかっています。点が三つ未満なら nan です。</translation>
    </message>
    <message>
        <source>Famous landscapes</source>
        <translation>有名な地形</translation>
    </message>
    <message>
        <source>Far from the minimum there is hardly any slope.</source>
        <translation>極小点から遠い所では、ほとんど傾きがありません。</translation>
    </message>
    <message>
        <source>Final gradient</source>
        <translation>最終の勾配</translation>
    </message>
    <message>
        <source>Final loss</source>
        <translation>最終損失</translation>
    </message>
    <message>
        <source>Final loss less the lowest loss there is; inf where the run diverged.</source>
        <translation>最終損失から最低の損失を引いたもの。発散したランでは inf。</translation>
    </message>
    <message>
        <source>First step at which the loss or the position is not finite; −1 if there is none.</source>
        <translation>損失か位置が初めて有限でなくなったステップ。なければ −1。</translation>
    </message>
    <message>
        <source>First step from which the gap stays at most the tolerance times the first gap, to the end; −1 if there is none.</source>
        <translation>差が、最後まで最初の差と許容値の積以下にとどまり始めるステップ。なければ −1。</translation>
    </message>
    <message>
        <source>Fitted rate</source>
        <translation>当てはめた率</translation>
    </message>
    <message>
        <source>Five optimizers in the banana valley</source>
        <translation>バナナの谷の 5 つのオプティマイザ</translation>
    </message>
    <message>
        <source>Five times the memory, half the rate: an effective step of 0.1 is too noisy here.</source>
        <translation>記憶は 5 倍、学習率は半分。実効ステップ幅 0.1 はここではノイズが多すぎます。</translation>
    </message>
    <message>
        <source>Fixes every random draw.</source>
        <translation>すべての乱数を固定します。</translation>
    </message>
    <message>
        <source>Friction 1, seen every 0.4, 0.2 and 0.1 of its time: three pairs of learning rate and momentum.</source>
        <translation>摩擦 1 を、その時間の 0.4、0.2、0.1 ごとに見る、学習率とモーメンタムの 3 つの組。</translation>
    </message>
    <message>
        <source>Function to adjust learning rate.</source>
        <translation>学習率を調整する関数。</translation>
    </message>
    <message>
        <source>Gap to the minimum</source>
        <translation>最小値との差</translation>
    </message>
    <message>
        <source>General quadratic</source>
        <translation>一般の 2 次関数</translation>
    </message>
    <message>
        <source>Goldstein–Price</source>
        <translation>Goldstein–Price 関数</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>勾配降下法</translation>
    </message>
    <message>
        <source>Gradient descent and a ball with much friction stop in the first well; with little friction the ball crosses the barrier.</source>
        <translation>勾配降下法と摩擦の大きいボールは最初の井戸で止まり、摩擦の小さいボールは障壁を越えます。</translation>
    </message>
    <message>
        <source>Gradient descent and its flow</source>
        <translation>勾配降下法とその流れ</translation>
    </message>
    <message>
        <source>Gradient descent in a ravine</source>
        <translation>峡谷の勾配降下法</translation>
    </message>
    <message>
        <source>Gradient descent is done with the steep directions at once and takes for ever over the flat ones; momentum speeds up just those.</source>
        <translation>勾配降下法は急な方向をすぐに終え、平らな方向には果てしなく時間をかけます。モーメンタムはまさにそこを速めます。</translation>
    </message>
    <message>
        <source>Gradient descent multiplies each coordinate by 1 − ηλ, whatever the others do.</source>
        <translation>勾配降下法は各座標に 1 − ηλ を掛けます。他の座標には関係しません。</translation>
    </message>
    <message>
        <source>Gradient descent with Langevin noise on two wells: eight balls, each with its own noise.</source>
        <translation>2 つの井戸での Langevin ノイズ付き勾配降下法。8 つのボールに、それぞれのノイズ。</translation>
    </message>
    <message>
        <source>Gradient descent, Nesterov and heavy ball, each with its fastest numbers.</source>
        <translation>勾配降下法、Nesterov、重い球。それぞれ最も速い値で。</translation>
    </message>
    <message>
        <source>Half of that momentum is enough</source>
        <translation>その半分のモーメンタムで足りる</translation>
    </message>
    <message>
        <source>Halving the rate once more calms the noise without losing speed.</source>
        <translation>学習率をさらに半分にすると、速さを失わずにノイズが収まります。</translation>
    </message>
    <message>
        <source>Heavy ball may go up to 2 + 2β = 3.8, the midpoint rule to 2, the look-ahead only to (2 + 2β)/(1 + 2β) = 1.357: it alone diverges.</source>
        <translation>ヘビーボールは 2 + 2β = 3.8 まで、中点則は 2 まで、先読みは (2 + 2β)/(1 + 2β) = 1.357 までしか許されません。発散するのは先読みだけです。</translation>
    </message>
    <message>
        <source>Heavy ball, Nesterov's look-ahead and the midpoint rule at the same rate and momentum.</source>
        <translation>同じ学習率とモーメンタムの、ヘビーボール、Nesterov の先読み、中点則。</translation>
    </message>
    <message>
        <source>Height of the hill between the wells, without tilt.</source>
        <translation>傾きがないときの、井戸の間の丘の高さ。</translation>
    </message>
    <message>
        <source>Height of the valley's walls against the slope of its floor.</source>
        <translation>谷底の傾きに対する谷の壁の高さ。</translation>
    </message>
    <message>
        <source>Hills and wells</source>
        <translation>丘と井戸</translation>
    </message>
    <message>
        <source>Himmelblau</source>
        <translation>Himmelblau 関数</translation>
    </message>
    <message>
        <source>Himmelblau: the start is between all of them.</source>
        <translation>Himmelblau 関数。始点はすべての極小点の間にあります。</translation>
    </message>
    <message>
        <source>How far from the start they reach, to either side along every coordinate.</source>
        <translation>各座標に沿って、始点から両側へどれだけ広がるか。</translation>
    </message>
    <message>
        <source>How far the loss climbed again at most above the lowest value it had reached before, as a share of the whole way from its first to its lowest value; inf where the run diverged or never came down.</source>
        <translation>それまでの最低値から損失が最大でどれだけ上がったか。最初の値から最低値までの全体に対する割合。発散したか一度も下がらなかったランでは inf。</translation>
    </message>
    <message>
        <source>How fast the momentum rises from half of β1 to β1; 0 keeps it at half.</source>
        <translation>モーメンタムが β1 の半分から β1 まで上がる速さ。0 なら半分のままです。</translation>
    </message>
    <message>
        <source>How it moves from one level to the next.</source>
        <translation>ある高さから次の高さへの移り方。</translation>
    </message>
    <message>
        <source>How long; after it, the value itself. 0: for good.</source>
        <translation>続く長さ。その後は元の値。0 ならずっと。</translation>
    </message>
    <message>
        <source>How many starts, at most.</source>
        <translation>始点の数の上限。</translation>
    </message>
    <message>
        <source>How many there are; more make a smoother histogram and fewer frames.</source>
        <translation>ボールの数。多いほどヒストグラムは滑らかに、フレームは少なくなります。</translation>
    </message>
    <message>
        <source>How many times longer each period is than the one before.</source>
        <translation>各周期は前の周期の何倍の長さか。</translation>
    </message>
    <message>
        <source>How much deeper the right well is; at ±8/√27 = ±1.54 the shallow one vanishes.</source>
        <translation>右の井戸がどれだけ深いか。±8/√27 = ±1.54 で浅い方が消えます。</translation>
    </message>
    <message>
        <source>How much friction crosses the hill</source>
        <translation>どれだけの摩擦なら丘を越えるか</translation>
    </message>
    <message>
        <source>How much of the ball's time passes in one step of the optimizer. It is about the root of the learning rate; halving it shows the same motion twice as finely.</source>
        <translation>オプティマイザの 1 ステップで進むボールの時間。学習率のおよそ平方根で、半分にすると同じ動きが 2 倍細かく見えます。</translation>
    </message>
    <message>
        <source>How the starts lie.</source>
        <translation>始点の並べ方。</translation>
    </message>
    <message>
        <source>If True, this optimizer is equivalent to AdamW and the algorithm will not accumulate weight decay in the momentum nor variance.</source>
        <translation>True なら AdamW と同じになり、重み減衰はモーメンタムにも分散にも溜まりません。</translation>
    </message>
    <message>
        <source>Ill-conditioned bowl</source>
        <translation>悪条件の鉢</translation>
    </message>
    <message>
        <source>Initial value of the sum of squares of gradients.</source>
        <translation>勾配の 2 乗和の初期値。</translation>
    </message>
    <message>
        <source>Inverse time</source>
        <translation>時間に反比例</translation>
    </message>
    <message>
        <source>It slides straight down without crossing the minimum.</source>
        <translation>極小点を越えずにまっすぐ滑り降ります。</translation>
    </message>
    <message>
        <source>It still swings from wall to wall, a little less each time.</source>
        <translation>まだ壁から壁へ揺れますが、毎回少しずつ小さくなります。</translation>
    </message>
    <message>
        <source>It swings to the other side each time, and converges.</source>
        <translation>毎回反対側に振れながら収束します。</translation>
    </message>
    <message>
        <source>Keep the friction</source>
        <translation>摩擦を保つ</translation>
    </message>
    <message>
        <source>Keeps the divisor away from zero.</source>
        <translation>割る数が 0 にならないようにします。</translation>
    </message>
    <message>
        <source>Kramers noise is for {names}, not {optimizer}; take gaussian noise, or another optimizer</source>
        <translation>Kramers ノイズは {names} 用で、{optimizer} には使えません。gaussian ノイズか別のオプティマイザを選んでください</translation>
    </message>
    <message>
        <source>LBFGS</source>
        <translation>LBFGS</translation>
    </message>
    <message>
        <source>Langevin noise is for gradient-descent, not {optimizer}; take kramers or gaussian noise, or another optimizer</source>
        <translation>Langevin ノイズは gradient-descent 用で、{optimizer} には使えません。kramers か gaussian ノイズ、または別のオプティマイザを選んでください</translation>
    </message>
    <message>
        <source>Langevin noise with a temperature of a quarter of the hill's height: how long until a ball is over?</source>
        <translation>丘の高さの 4 分の 1 の温度の Langevin ノイズ。ボールが越えるまでどれくらい？</translation>
    </message>
    <message>
        <source>Largest root mean square of the scaled gradient.</source>
        <translation>スケールした勾配の二乗平均平方根の上限。</translation>
    </message>
    <message>
        <source>Learning rate 0.01 with momentum 0, 0.9 and 0.63, beside 0.03 without.</source>
        <translation>学習率 0.01 でモーメンタム 0、0.9、0.63。比較にモーメンタムなしの 0.03。</translation>
    </message>
    <message>
        <source>Learning rate 0.4: steady across the valley, slow along it.</source>
        <translation>学習率 0.4：谷を横切る方向は安定、谷に沿う方向は遅い。</translation>
    </message>
    <message>
        <source>Learning rate 0.6 with momentum 0.25 barely converges, but it does.</source>
        <translation>学習率 0.6、モーメンタム 0.25：かろうじて、しかし確かに収束します。</translation>
    </message>
    <message>
        <source>Learning rate 0.6 with momentum 0.5 converges in both directions.</source>
        <translation>学習率 0.6、モーメンタム 0.5：どちらの方向にも収束します。</translation>
    </message>
    <message>
        <source>Learning rate 0.6: x1 gains, x2 flies off.</source>
        <translation>学習率 0.6：x1 は速くなり、x2 は飛び出します。</translation>
    </message>
    <message>
        <source>Learning rate decay.</source>
        <translation>学習率の減衰。</translation>
    </message>
    <message>
        <source>Learning rate on 4x²</source>
        <translation>4x² での学習率</translation>
    </message>
    <message>
        <source>Least squares in a matrix; the map sought is a quarter turn</source>
        <translation>行列の最小二乗。求める写像は 4 分の 1 回転</translation>
    </message>
    <message>
        <source>Leaving a saddle</source>
        <translation>鞍点を離れる</translation>
    </message>
    <message>
        <source>Length of the cycle; after it, the final value.</source>
        <translation>サイクルの長さ。その後は最終値。</translation>
    </message>
    <message>
        <source>Linear map</source>
        <translation>線形写像</translation>
    </message>
    <message>
        <source>Linear regression on wind-tunnel data, learning rate 0.005.</source>
        <translation>風洞データの線形回帰、学習率 0.005。</translation>
    </message>
    <message>
        <source>Linear regression on wind-tunnel data, learning rate 0.01.</source>
        <translation>風洞データの線形回帰、学習率 0.01。</translation>
    </message>
    <message>
        <source>Linear regression on wind-tunnel data, learning rate 0.02.</source>
        <translation>風洞データの線形回帰、学習率 0.02。</translation>
    </message>
    <message>
        <source>Linear warm-up</source>
        <translation>線形ウォームアップ</translation>
    </message>
    <message>
        <source>Lion</source>
        <translation>Lion</translation>
    </message>
    <message>
        <source>Look ahead along the velocity.</source>
        <translation>速度の先を見ます。</translation>
    </message>
    <message>
        <source>Looking ahead damps the swing</source>
        <translation>先読みは揺れを抑える</translation>
    </message>
    <message>
        <source>Loss after the last step; inf where the run diverged.</source>
        <translation>最後のステップの後の損失。発散したランでは inf。</translation>
    </message>
    <message>
        <source>Lower the rate, raise the momentum</source>
        <translation>学習率を下げ、モーメンタムを上げる</translation>
    </message>
    <message>
        <source>Lévi 13</source>
        <translation>Lévi 13 番</translation>
    </message>
    <message>
        <source>MSELoss has no ½, so the same learning rate moves twice as far; halve the loss to compare.</source>
        <translation>MSELoss には ½ がないので、同じ学習率でも 2 倍進みます。損失を半分にして比べましょう。</translation>
    </message>
    <message>
        <source>Matyas</source>
        <translation>Matyas 関数</translation>
    </message>
    <message>
        <source>Maximal number of function evaluations per optimization.</source>
        <translation>1 回の最適化での関数評価の最大回数。</translation>
    </message>
    <message>
        <source>Maximal number of iterations per optimization step.</source>
        <translation>最適化の 1 ステップでの反復の最大回数。</translation>
    </message>
    <message>
        <source>Mild ellipse</source>
        <translation>ゆるやかな楕円</translation>
    </message>
    <message>
        <source>Minimum reached</source>
        <translation>到達した最小値</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>モーメンタム</translation>
    </message>
    <message>
        <source>Momentum (averaged form)</source>
        <translation>モーメンタム（平均形）</translation>
    </message>
    <message>
        <source>Momentum (displacement form)</source>
        <translation>モーメンタム（変位形）</translation>
    </message>
    <message>
        <source>Momentum 1 keeps the energy for ever; a little friction takes it away.</source>
        <translation>モーメンタム 1 ならエネルギーは永遠に保たれ、少しの摩擦がそれを奪います。</translation>
    </message>
    <message>
        <source>Momentum and L-BFGS use the shape of the bowl; the adaptive ones rescale each coordinate, so they hardly mind that it is narrow.</source>
        <translation>モーメンタムと L-BFGS は鉢の形を使います。適応的な方法は座標ごとに尺度を変えるので、狭さをほとんど気にしません。</translation>
    </message>
    <message>
        <source>Momentum at the rate that diverged</source>
        <translation>発散した学習率にモーメンタムを</translation>
    </message>
    <message>
        <source>Momentum averages the noise out on its way and keeps shaking at the bottom.</source>
        <translation>モーメンタムは途中でノイズを平均しますが、底では揺れ続けます。</translation>
    </message>
    <message>
        <source>Momentum gathers speed on the flat: it arrives in 70 steps where gradient descent needs 460.</source>
        <translation>モーメンタムは平地で速度を増し、勾配降下法が 460 ステップかかる所を 70 ステップで着きます。</translation>
    </message>
    <message>
        <source>Momentum in a heat bath</source>
        <translation>熱浴の中のモーメンタム</translation>
    </message>
    <message>
        <source>Momentum momentum_decay.</source>
        <translation>モーメンタムの減衰。</translation>
    </message>
    <message>
        <source>Momentum tames the ravine</source>
        <translation>モーメンタムが峡谷を手なずける</translation>
    </message>
    <message>
        <source>Momentum walk-through in PyTorch on w²/2</source>
        <translation>PyTorch で w²/2 のモーメンタムをたどる</translation>
    </message>
    <message>
        <source>Momentum with Kramers noise: balls with mass and friction, at the temperature of the preset before.</source>
        <translation>Kramers ノイズ付きのモーメンタム。質量と摩擦のあるボールが、前のプリセットと同じ温度で。</translation>
    </message>
    <message>
        <source>Most of the time nothing happens, and when it does it is quick. The page Noise counts the escapes of ten thousand balls and sets the mean time beside Kramers' formula, which is for hills much higher than σ²: lower σ there and the two agree.</source>
        <translation>ほとんどの時間は何も起こらず、起こるときはすぐです。「ノイズ」のページでは 1 万個のボールの脱出を数え、平均時間を Kramers の式と並べます。式は σ² よりずっと高い丘のものなので、σ を下げると両者は一致します。</translation>
    </message>
    <message>
        <source>NAdam</source>
        <translation>NAdam</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Nesterov (look-ahead)</source>
        <translation>Nesterov（先読み）</translation>
    </message>
    <message>
        <source>Nesterov (midpoint)</source>
        <translation>Nesterov（中点）</translation>
    </message>
    <message>
        <source>Nesterov (shifted variable)</source>
        <translation>Nesterov（変数をずらした形）</translation>
    </message>
    <message>
        <source>No step gets larger.</source>
        <translation>ステップはこれより大きくなりません。</translation>
    </message>
    <message>
        <source>No step gets smaller.</source>
        <translation>ステップはこれより小さくなりません。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Noise finds the deeper well</source>
        <translation>ノイズはより深い井戸を見つける</translation>
    </message>
    <message>
        <source>None climbs; 0.1156 is the fastest, for it is the nearest to 1/8.</source>
        <translation>登るものはありません。1/8 に最も近い 0.1156 が最も速く進みます。</translation>
    </message>
    <message>
        <source>Norm of the full gradient after the last step; inf where the run diverged.</source>
        <translation>最後のステップの後の全勾配のノルム。発散したランでは inf。</translation>
    </message>
    <message>
        <source>Normal vectors that linear noise averages, as a batch of so many examples would.</source>
        <translation>線形ノイズが平均する正規乱数ベクトルの数。それだけの例のバッチに当たります。</translation>
    </message>
    <message>
        <source>Number of Newton–Schulz iteration steps.</source>
        <translation>Newton–Schulz 反復の回数。</translation>
    </message>
    <message>
        <source>Number of coordinates.</source>
        <translation>座標の数。</translation>
    </message>
    <message>
        <source>Number of coordinates; each next one has to follow the square of the last.</source>
        <translation>座標の数。次の座標は前の座標の 2 乗に従います。</translation>
    </message>
    <message>
        <source>Number of coordinates; the number of minima doubles with each.</source>
        <translation>座標の数。1 つ増えるごとに極小点は 2 倍になります。</translation>
    </message>
    <message>
        <source>Number of coordinates; the number of minima grows elevenfold with each.</source>
        <translation>座標の数。1 つ増えるごとに極小点は 11 倍になります。</translation>
    </message>
    <message>
        <source>Number of coordinates; the smallest curvature is 2^(1 − dimension).</source>
        <translation>座標の数。最小の曲率は 2^(1 − 次元)。</translation>
    </message>
    <message>
        <source>Number of updates.</source>
        <translation>更新の回数。</translation>
    </message>
    <message>
        <source>One after another</source>
        <translation>順番に</translation>
    </message>
    <message>
        <source>One ball, three time steps</source>
        <translation>1 つのボール、3 つの時間刻み</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>1 サイクル</translation>
    </message>
    <message>
        <source>One path until the drop. Then the accumulated form, which multiplies its velocity by the new rate, almost stops, and the displacement form keeps the speed that it had and overshoots.</source>
        <translation>下がるまでは同じ軌跡です。その後、速度に新しい学習率を掛ける累積形はほとんど止まり、変位形は元の速度のまま行き過ぎます。</translation>
    </message>
    <message>
        <source>One rate, four curvatures</source>
        <translation>1 つの学習率、4 つの曲率</translation>
    </message>
    <message>
        <source>One step and it is there, exactly.</source>
        <translation>1 ステップで、ぴったり着きます。</translation>
    </message>
    <message>
        <source>Only 0.2678 and 0.3 still climb.</source>
        <translation>0.2678 と 0.3 だけがまだ登ります。</translation>
    </message>
    <message>
        <source>Only the ball with momentum 0.9 reaches the deeper well on the right.</source>
        <translation>右のより深い井戸に着くのは、モーメンタム 0.9 のボールだけです。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Over the hill</source>
        <translation>丘を越えて</translation>
    </message>
    <message>
        <source>Overshoot</source>
        <translation>行き過ぎ</translation>
    </message>
    <message>
        <source>Pair of (etaminus, etaplus), that are multiplicative increase and decrease factors.</source>
        <translation>(etaminus, etaplus)。掛けて減らす係数と増やす係数。</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>経路の長さ</translation>
    </message>
    <message>
        <source>Peak over start; below 1, it dips instead.</source>
        <translation>始まりに対する頂点の比。1 より小さいと、下がる山になります。</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>台地</translation>
    </message>
    <message>
        <source>Point at which to start averaging.</source>
        <translation>平均を始める時点。</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>多項式</translation>
    </message>
    <message>
        <source>Power for eta update.</source>
        <translation>eta の更新のべき。</translation>
    </message>
    <message>
        <source>Pull towards the origin that is added to the gradient.</source>
        <translation>勾配に加える、原点へ引く力。</translation>
    </message>
    <message>
        <source>Pull towards the origin, which also sets how fast the learning rate falls.</source>
        <translation>原点へ引く力。学習率が下がる速さも決めます。</translation>
    </message>
    <message>
        <source>PyTorch optimizer lecture, learning rate</source>
        <translation>PyTorch オプティマイザの講義、学習率</translation>
    </message>
    <message>
        <source>QHAdam</source>
        <translation>QHAdam</translation>
    </message>
    <message>
        <source>Quasi-hyperbolic momentum</source>
        <translation>準双曲モーメンタム</translation>
    </message>
    <message>
        <source>RAdam</source>
        <translation>RAdam</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Radius at which the well has reached half its depth; the plain lies beyond.</source>
        <translation>井戸が半分の深さになる半径。その外は平原です。</translation>
    </message>
    <message>
        <source>Range that the landscape shows first: a row [low, high] for each coordinate; -5 to 5 where it is not given.</source>
        <translation>地形が最初に見せる範囲。座標ごとに [下限, 上限] の 1 行。なければ -5 から 5。</translation>
    </message>
    <message>
        <source>Rastrigin</source>
        <translation>Rastrigin 関数</translation>
    </message>
    <message>
        <source>Real data through torch.optim.SGD</source>
        <translation>torch.optim.SGD で実データを</translation>
    </message>
    <message>
        <source>Real data: minibatches with and without momentum</source>
        <translation>実データ：ミニバッチ、モーメンタムありとなし</translation>
    </message>
    <message>
        <source>Real data: momentum 0.5</source>
        <translation>実データ：モーメンタム 0.5</translation>
    </message>
    <message>
        <source>Real data: momentum 0.9</source>
        <translation>実データ：モーメンタム 0.9</translation>
    </message>
    <message>
        <source>Real data: momentum 0.9, smaller rate</source>
        <translation>実データ：モーメンタム 0.9、より小さい学習率</translation>
    </message>
    <message>
        <source>Real data: the batch grows</source>
        <translation>実データ：バッチを増やす</translation>
    </message>
    <message>
        <source>Real data: the rate falls</source>
        <translation>実データ：学習率を下げる</translation>
    </message>
    <message>
        <source>Rosenbrock</source>
        <translation>Rosenbrock 関数</translation>
    </message>
    <message>
        <source>Rosenbrock: easy to find the valley, hard to follow it.</source>
        <translation>Rosenbrock 関数：谷を見つけるのは簡単、たどるのは難しい。</translation>
    </message>
    <message>
        <source>Rprop</source>
        <translation>Rprop</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>鞍点</translation>
    </message>
    <message>
        <source>Scalar quadratic</source>
        <translation>1 次元の 2 次関数</translation>
    </message>
    <message>
        <source>Second derivative of the parabola; learning rate × curvature decides stability.</source>
        <translation>放物線の 2 階微分。学習率 × 曲率が安定性を決めます。</translation>
    </message>
    <message>
        <source>Set the objective back to the ravine and compare: it is the ratio of the curvatures that hurts.</source>
        <translation>目的関数を峡谷に戻して比べましょう。害になるのは曲率の比です。</translation>
    </message>
    <message>
        <source>Share of the average gradient kept from step to step.</source>
        <translation>平均勾配のうち、次のステップに残す割合。</translation>
    </message>
    <message>
        <source>Share of the average in the direction of the step.</source>
        <translation>ステップの方向に占める平均の割合。</translation>
    </message>
    <message>
        <source>Share of the average kept from step to step.</source>
        <translation>平均のうち、次のステップに残す割合。</translation>
    </message>
    <message>
        <source>Share of the average squared gradient and step kept from step to step.</source>
        <translation>勾配の 2 乗とステップの 2 乗の平均のうち、次に残す割合。</translation>
    </message>
    <message>
        <source>Share of the average squared gradient kept from step to step.</source>
        <translation>勾配の 2 乗の平均のうち、次のステップに残す割合。</translation>
    </message>
    <message>
        <source>Share of the average squared surprise kept from step to step.</source>
        <translation>予想とのずれの 2 乗の平均のうち、次のステップに残す割合。</translation>
    </message>
    <message>
        <source>Share of the cycle that rises.</source>
        <translation>サイクルのうち上昇する割合。</translation>
    </message>
    <message>
        <source>Share of the gradient left out of the velocity; equal to momentum, it averages.</source>
        <translation>速度に入れない勾配の割合。モーメンタムと等しければ平均になります。</translation>
    </message>
    <message>
        <source>Share of the gradient left out of the velocity; equal to momentum, it averages. The first step leaves out nothing.</source>
        <translation>速度に入れない勾配の割合。モーメンタムと等しければ平均になります。最初のステップはすべて入れます。</translation>
    </message>
    <message>
        <source>Share of the largest gradient kept from step to step.</source>
        <translation>最大の勾配のうち、次のステップに残す割合。</translation>
    </message>
    <message>
        <source>Share of the position, times the learning rate, that each step takes away.</source>
        <translation>各ステップで位置から差し引く割合（学習率を掛ける）。</translation>
    </message>
    <message>
        <source>Share of the value in the first step.</source>
        <translation>最初のステップでの、値に対する割合。</translation>
    </message>
    <message>
        <source>Share of the value that is left at the bottom.</source>
        <translation>一番低い所で残る、値に対する割合。</translation>
    </message>
    <message>
        <source>Share of the velocity kept from step to step. 0 forgets everything, 1 has no friction.</source>
        <translation>速度のうち次のステップに残す割合。0 はすべて忘れ、1 は摩擦がありません。</translation>
    </message>
    <message>
        <source>Show the flow (W): all three follow the same ball. Learning rates of 0.13 and 0.0095 differ by fourteen, but the steps only by four.</source>
        <translation>流れを表示（W）：3 つとも同じボールに従います。学習率 0.13 と 0.0095 は 14 倍違いますが、ステップは 4 倍しか違いません。</translation>
    </message>
    <message>
        <source>Show the flow (W): every half of the learning rate brings the balls twice as near to it. The page Flow measures it: order 1.</source>
        <translation>流れを表示（W）：学習率を半分にするごとに、ボールは 2 倍近づきます。「流れ」のページで測ると次数は 1 です。</translation>
    </message>
    <message>
        <source>Shrink the position itself instead of adding the pull to the gradient.</source>
        <translation>引く力を勾配に加える代わりに、位置そのものを縮めます。</translation>
    </message>
    <message>
        <source>Signum (signSGD with momentum)</source>
        <translation>Signum（モーメンタム付き signSGD）</translation>
    </message>
    <message>
        <source>Slope at the origin.</source>
        <translation>原点での傾き。</translation>
    </message>
    <message>
        <source>Smallest divisor. The default is float64's machine precision, as in torch.</source>
        <translation>割る数の下限。既定値は torch と同じく float64 の計算機イプシロン。</translation>
    </message>
    <message>
        <source>Smallest scale of the position: steps are relative to its root mean square.</source>
        <translation>位置の尺度の下限。ステップは位置の二乗平均平方根に対する相対値です。</translation>
    </message>
    <message>
        <source>Smoothing constant.</source>
        <translation>平滑化の定数。</translation>
    </message>
    <message>
        <source>SparseAdam</source>
        <translation>SparseAdam</translation>
    </message>
    <message>
        <source>Spectrum of curvatures</source>
        <translation>曲率のスペクトル</translation>
    </message>
    <message>
        <source>Start over end.</source>
        <translation>終わりに対する始まりの比。</translation>
    </message>
    <message>
        <source>Step after which iterates are averaged; before, the average is the iterate.</source>
        <translation>このステップの後、反復点を平均します。それまでは平均は反復点そのものです。</translation>
    </message>
    <message>
        <source>Step at which 0 is reached; it stays there.</source>
        <translation>0 に達するステップ。その後も 0 のままです。</translation>
    </message>
    <message>
        <source>Step at which the value itself is reached; it stays there.</source>
        <translation>元の値に達するステップ。その後も変わりません。</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>一步ずつ</translation>
    </message>
    <message>
        <source>Step of divergence</source>
        <translation>発散したステップ</translation>
    </message>
    <message>
        <source>Step of every coordinate at the start.</source>
        <translation>最初の、各座標のステップ幅。</translation>
    </message>
    <message>
        <source>Step of the bottom; as torch's, it rises again after it.</source>
        <translation>一番低くなるステップ。torch と同じく、その後また上がります。</translation>
    </message>
    <message>
        <source>Step size: how far the ball moves for a given slope. Too large and it diverges.</source>
        <translation>ステップ幅：傾きに対してボールがどれだけ動くか。大きすぎると発散します。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Steps at chosen times</source>
        <translation>指定したステップで下げる</translation>
    </message>
    <message>
        <source>Steps at which it drops.</source>
        <translation>下がるステップ。</translation>
    </message>
    <message>
        <source>Steps at which the next part takes over.</source>
        <translation>次の部分に移るステップ。</translation>
    </message>
    <message>
        <source>Steps from one drop to the next.</source>
        <translation>下がってから次に下がるまでのステップ数。</translation>
    </message>
    <message>
        <source>Steps to the first restart.</source>
        <translation>最初のリスタートまでのステップ数。</translation>
    </message>
    <message>
        <source>Steps to tolerance</source>
        <translation>許容値までのステップ数</translation>
    </message>
    <message>
        <source>Still too much: three times as far each step.</source>
        <translation>まだ大きすぎます。1 ステップごとに 3 倍遠くなります。</translation>
    </message>
    <message>
        <source>Strength of the noise; its square is the temperature.</source>
        <translation>ノイズの強さ。その 2 乗が温度です。</translation>
    </message>
    <message>
        <source>Strength; for Langevin and Kramers noise its square is the temperature.</source>
        <translation>強さ。Langevin ノイズと Kramers ノイズでは、その 2 乗が温度です。</translation>
    </message>
    <message>
        <source>Styblinski–Tang</source>
        <translation>Styblinski–Tang 関数</translation>
    </message>
    <message>
        <source>Sum of the lengths of all steps; inf where the run diverged.</source>
        <translation>すべてのステップの長さの和。発散したランでは inf。</translation>
    </message>
    <message>
        <source>Symmetric positive definite matrix: the curvature.</source>
        <translation>対称正定値行列：曲率。</translation>
    </message>
    <message>
        <source>Ten balls on 4x², rates from 0.01 to 0.2.</source>
        <translation>4x² の 10 個のボール、学習率は 0.01 から 0.2。</translation>
    </message>
    <message>
        <source>Ten balls on 4x², rates from 0.01 to 0.3.</source>
        <translation>4x² の 10 個のボール、学習率は 0.01 から 0.3。</translation>
    </message>
    <message>
        <source>Ten balls on 4x², rates from 0.01 to 0.5.</source>
        <translation>4x² の 10 個のボール、学習率は 0.01 から 0.5。</translation>
    </message>
    <message>
        <source>Ten curvatures at once</source>
        <translation>10 の曲率を一度に</translation>
    </message>
    <message>
        <source>Ten learning rates up to 0.2</source>
        <translation>10 の学習率、0.2 まで</translation>
    </message>
    <message>
        <source>Ten learning rates up to 0.3</source>
        <translation>10 の学習率、0.3 まで</translation>
    </message>
    <message>
        <source>Ten learning rates up to 0.5</source>
        <translation>10 の学習率、0.5 まで</translation>
    </message>
    <message>
        <source>Ten optimizers of torch.optim</source>
        <translation>torch.optim の 10 のオプティマイザ</translation>
    </message>
    <message>
        <source>Termination tolerance on first order optimality.</source>
        <translation>1 次の最適性の終了許容値。</translation>
    </message>
    <message>
        <source>Termination tolerance on function value/parameter changes.</source>
        <translation>関数値やパラメータの変化の終了許容値。</translation>
    </message>
    <message>
        <source>The balls swing where those without mass jitter, and yet on the page Noise they come to have the same density: friction changes the way, not the end.</source>
        <translation>質量のないボールが細かく揺れる所で、このボールは大きく振れます。それでも「ノイズ」のページでは同じ密度になります。摩擦が変えるのは道のりで、行き着く先ではありません。</translation>
    </message>
    <message>
        <source>The best of each method</source>
        <translation>それぞれの方法の最良</translation>
    </message>
    <message>
        <source>The clipping threshold, used to avoid larger-than-desired updates.</source>
        <translation>大きすぎる更新を避けるためのクリッピングのしきい値。</translation>
    </message>
    <message>
        <source>The concise version: MSELoss, four epochs.</source>
        <translation>簡潔版：MSELoss、4 エポック。</translation>
    </message>
    <message>
        <source>The decay rate of beta2.</source>
        <translation>beta2 の減衰率。</translation>
    </message>
    <message>
        <source>The factor is 0.2: five times closer each step, always from the same side.</source>
        <translation>係数は 0.2。1 ステップごとに 5 倍近づき、いつも同じ側から。</translation>
    </message>
    <message>
        <source>The factor is 1 − 8 · 0.125 = 0: the inverse of the curvature is the best rate of all.</source>
        <translation>係数は 1 − 8 · 0.125 = 0。曲率の逆数が最良の学習率です。</translation>
    </message>
    <message>
        <source>The factor is −0.6: alternating signs, shrinking size.</source>
        <translation>係数は −0.6。符号が入れ替わりながら小さくなります。</translation>
    </message>
    <message>
        <source>The five rates from 0.2822 up climb without end.</source>
        <translation>0.2822 以上の 5 つの学習率は果てしなく登ります。</translation>
    </message>
    <message>
        <source>The function to minimise, in x, in x and y, or in x1 to x50; other names become sliders.</source>
        <translation>最小化する関数。x、x と y、または x1 から x50 で書きます。ほかの名前はスライダーになります。</translation>
    </message>
    <message>
        <source>The learning rate falls as 1 / (1 + decay · steps taken).</source>
        <translation>学習率は 1 / (1 + 減衰 · 進んだステップ数) で下がります。</translation>
    </message>
    <message>
        <source>The newest squared gradient's share of the average falls as this power of the step.</source>
        <translation>平均に占める最新の勾配の 2 乗の割合は、ステップのこのべきで下がります。</translation>
    </message>
    <message>
        <source>The one that looks ahead brakes before it overshoots, so it swings least; the midpoint rule lies between the two.</source>
        <translation>先読みするものは行き過ぎる前にブレーキをかけるので、最も揺れません。中点則はその中間です。</translation>
    </message>
    <message>
        <source>The ravine</source>
        <translation>峡谷</translation>
    </message>
    <message>
        <source>The ravine with noise</source>
        <translation>ノイズのある峡谷</translation>
    </message>
    <message>
        <source>The saddle x1² − x2², bounded by a quartic</source>
        <translation>4 次の項で抑えた鞍点 x1² − x2²</translation>
    </message>
    <message>
        <source>The same ball with friction 0.5, 2.5 and 15, and gradient descent, which has no speed at all.</source>
        <translation>同じボールを摩擦 0.5、2.5、15 で。そして速度を全く持たない勾配降下法。</translation>
    </message>
    <message>
        <source>The same hill in two dimensions.</source>
        <translation>同じ丘を 2 次元で。</translation>
    </message>
    <message>
        <source>The same learning rate and momentum, written in two ways; after 10 steps the rate drops to a tenth.</source>
        <translation>同じ学習率とモーメンタムの 2 つの書き方。10 ステップ後に学習率が 10 分の 1 になります。</translation>
    </message>
    <message>
        <source>The same noise on every gradient, for both balls.</source>
        <translation>どちらのボールの勾配にも、同じノイズ。</translation>
    </message>
    <message>
        <source>The same rates in a milder bowl</source>
        <translation>同じ学習率、よりゆるやかな鉢</translation>
    </message>
    <message>
        <source>The small learning rate crawls along the valley, the large one flies up its walls; with momentum the same large one rolls home.</source>
        <translation>小さい学習率は谷を這い、大きい学習率は壁を飛び上がります。モーメンタムがあれば、同じ大きい学習率でも無事に帰り着きます。</translation>
    </message>
    <message>
        <source>The temperature falls in the same proportions as in the preset before, where the batch grew instead, and so does the jitter of the loss. The page Noise sets the temperature of each rate and batch size beside the loss above its least value.</source>
        <translation>温度は、バッチを増やした前のプリセットと同じ割合で下がり、損失の揺れも同じです。「ノイズ」のページでは、各学習率とバッチサイズの温度を、最小値を超える損失と並べます。</translation>
    </message>
    <message>
        <source>The temperature is the learning rate over the batch size. As the batch grows the loss jitters less and sinks towards its least value, 0.2417, as it does in the next preset, where the rate falls instead: as many epochs, a third of the steps.</source>
        <translation>温度は学習率をバッチサイズで割ったものです。バッチが増えると損失の揺れは小さくなり、最小値 0.2417 に近づきます。学習率を下げる次のプリセットと同じです。エポック数は同じで、ステップ数は 3 分の 1。</translation>
    </message>
    <message>
        <source>The ten classes that the lecture lists, each stepped by torch itself.</source>
        <translation>講義が挙げる 10 のクラスを、torch 自身で 1 歩ずつ。</translation>
    </message>
    <message>
        <source>The velocity averages the slopes: across the valley they cancel, along it they add up.</source>
        <translation>速度は傾きの平均です。谷を横切る方向では打ち消し合い、谷に沿う方向では足し合わされます。</translation>
    </message>
    <message>
        <source>Three balls, one ravine: too slow, too fast, and just right with momentum.</source>
        <translation>3 つのボール、1 つの峡谷。遅すぎる、速すぎる、そしてモーメンタムでちょうどよい。</translation>
    </message>
    <message>
        <source>Three learning rates on the way of one gradient flow.</source>
        <translation>1 つの勾配流の道を行く 3 つの学習率。</translation>
    </message>
    <message>
        <source>Three-hump camel</source>
        <translation>3 こぶラクダ関数</translation>
    </message>
    <message>
        <source>Time that one step stands for; without friction it is the learning rate.</source>
        <translation>1 ステップが表す時間。摩擦がなければ学習率です。</translation>
    </message>
    <message>
        <source>Too much momentum rings</source>
        <translation>モーメンタムが大きすぎると揺れ続ける</translation>
    </message>
    <message>
        <source>Twice the momentum memory, half the rate: an effective step of 0.1 is too noisy here.</source>
        <translation type="vanished">モーメンタムの記憶は 2 倍、学習率は半分。実効ステップ幅 0.1 はここではノイズが多すぎます。</translation>
    </message>
    <message>
        <source>Two epochs of minibatches of 10: the loss is near its least value, 0.2417, and keeps jittering.</source>
        <translation>10 例ずつのミニバッチで 2 エポック。損失は最小値 0.2417 に近く、揺れ続けます。</translation>
    </message>
    <message>
        <source>Two forms of momentum part at a drop</source>
        <translation>学習率が下がると分かれる 2 つのモーメンタム</translation>
    </message>
    <message>
        <source>Two steps by hand on w²/2</source>
        <translation>w²/2 の 2 ステップを手計算で</translation>
    </message>
    <message>
        <source>Two wells</source>
        <translation>2 つの井戸</translation>
    </message>
    <message>
        <source>Two wells in the plane</source>
        <translation>平面上の 2 つの井戸</translation>
    </message>
    <message>
        <source>Type your own</source>
        <translation>自分の式を入力</translation>
    </message>
    <message>
        <source>Under Averages, both runs have the same effective step; their balls never part.</source>
        <translation>「平均」のページでは、どちらのランも有効歩幅が同じで、ボールは決して離れません。</translation>
    </message>
    <message>
        <source>Under Eigenvalues, the flattest and the steepest direction shrink equally fast: by 0.905, 0.744 and 0.635 a step.</source>
        <translation>「固有値」のページでは、最も平らな方向と最も急な方向が同じ速さで縮みます：一歩ごとに 0.905、0.744、0.635 倍です。</translation>
    </message>
    <message>
        <source>Update history size.</source>
        <translation>更新の履歴の大きさ。</translation>
    </message>
    <message>
        <source>Value at the origin.</source>
        <translation>原点での値。</translation>
    </message>
    <message>
        <source>Values of the formula's named parameters; 1 where none is given.</source>
        <translation>式の名前付きパラメータの値。なければ 1。</translation>
    </message>
    <message>
        <source>Weight of the averaged gradient: 0 is gradient descent, 1 is averaged momentum.</source>
        <translation>平均勾配の重み。0 は勾配降下法、1 は平均形のモーメンタム。</translation>
    </message>
    <message>
        <source>Weight of the averaged gradient; the rest is the gradient itself.</source>
        <translation>平均勾配の重み。残りは勾配そのもの。</translation>
    </message>
    <message>
        <source>Weight of the averaged square; the rest is the squared gradient itself.</source>
        <translation>2 乗平均の重み。残りは勾配の 2 乗そのもの。</translation>
    </message>
    <message>
        <source>What a coordinate's step is multiplied by when its slope changes sign.</source>
        <translation>座標の傾きの符号が変わったとき、ステップ幅に掛ける数。</translation>
    </message>
    <message>
        <source>What a coordinate's step is multiplied by while its slope keeps its sign.</source>
        <translation>座標の傾きの符号が変わらない間、ステップ幅に掛ける数。</translation>
    </message>
    <message>
        <source>What each drop multiplies by.</source>
        <translation>下がるたびに掛ける数。</translation>
    </message>
    <message>
        <source>What every step multiplies by.</source>
        <translation>ステップごとに掛ける数。</translation>
    </message>
    <message>
        <source>What sets the strength.</source>
        <translation>強さを決めるもの。</translation>
    </message>
    <message>
        <source>What slows the ball down. 0 keeps its energy for ever, much of it makes the ball creep.</source>
        <translation>ボールを遅くするもの。0 ならエネルギーは保たれ、大きいとボールは這うように進みます。</translation>
    </message>
    <message>
        <source>What the sum of squared gradients starts from; above 0, it softens the first steps.</source>
        <translation>勾配の 2 乗和の初期値。0 より大きいと最初のステップが穏やかになります。</translation>
    </message>
    <message>
        <source>What the value is multiplied by.</source>
        <translation>値に掛ける数。</translation>
    </message>
    <message>
        <source>Where looking ahead diverges first</source>
        <translation>先読みが最初に発散する所</translation>
    </message>
    <message>
        <source>Whether all runs get the same noise, or each its own.</source>
        <translation>すべてのランに同じノイズか、それぞれ別のノイズか。</translation>
    </message>
    <message>
        <source>Whether to decouple the weight decay as in AdamW to obtain NAdamW.</source>
        <translation>AdamW のように重み減衰を切り離し、NAdamW にするか。</translation>
    </message>
    <message>
        <source>Whether to decouple the weight decay as in AdamW to obtain RAdamW.</source>
        <translation>AdamW のように重み減衰を切り離し、RAdamW にするか。</translation>
    </message>
    <message>
        <source>Whether to use the AMSGrad variant of this algorithm from the paper On the Convergence of Adam and Beyond.</source>
        <translation>論文 On the Convergence of Adam and Beyond の AMSGrad 変種を使うか。</translation>
    </message>
    <message>
        <source>Which known minimum the run ended at, counted from 0: the nearest, if it is nearer than half of the way between the closest two, or than a twentieth of the view if there is one; −1 if there is none.</source>
        <translation>ランが着いた既知の最小値、0 から数える。最も近いもので、最も近い二つの間の半分より近いこと、一つだけなら表示範囲の二十分の一より近いことが条件。なければ −1。</translation>
    </message>
    <message>
        <source>Which of four minima?</source>
        <translation>4 つの極小点のどれに？</translation>
    </message>
    <message>
        <source>With little friction the ball has energy left for the hill. With more it stops in the first well, with much it creeps there like gradient descent.</source>
        <translation>摩擦が小さいと、ボールには丘を越えるエネルギーが残ります。大きいと最初の井戸で止まり、とても大きいと勾配降下法のように這って行きます。</translation>
    </message>
    <message>
        <source>With η = 0.1: 0.99 creeps, 0.9 decays, 0 arrives at once, −0.9 swings. Watch the coordinates, not the loss.</source>
        <translation>η = 0.1 では、0.99 は這い、0.9 は減衰し、0 は一度に着き、−0.9 は揺れます。損失ではなく座標を見ましょう。</translation>
    </message>
    <message>
        <source>Without friction</source>
        <translation>摩擦なし</translation>
    </message>
    <message>
        <source>Without friction the ball never settles. On the page Energy its total wavers with the steps and does not drift.</source>
        <translation>摩擦がないとボールは止まりません。「エネルギー」のページで、合計はステップで揺らぎますが、ずれてはいきません。</translation>
    </message>
    <message>
        <source>Your formula</source>
        <translation>あなたの式</translation>
    </message>
    <message>
        <source>a comma only separates the arguments of a function; write 1.5 with a dot</source>
        <translation>コンマは関数の引数を区切るだけです。小数は 1.5 のように点で書いてください</translation>
    </message>
    <message>
        <source>a derivative of the formula has more than {most:,} operations; shorten it</source>
        <translation>式の導関数の演算が {most:,} 個を超えています。短くしてください</translation>
    </message>
    <message>
        <source>a dot is only allowed inside a number, such as 0.5</source>
        <translation>点は 0.5 のように数の中でだけ使えます</translation>
    </message>
    <message>
        <source>a grid along {dim} coordinates needs {least:,} starts and at most {most:,} are allowed; take a cloud, or give more</source>
        <translation>{dim} 座標の格子には {least:,} 個の始点が必要で、最大は {most:,} 個です。点群にするか、数を増やしてください</translation>
    </message>
    <message>
        <source>a list of [[published]] tables</source>
        <translation>[[published]] の表のリスト</translation>
    </message>
    <message>
        <source>a list of [[runs]] tables</source>
        <translation>[[runs]] の表のリスト</translation>
    </message>
    <message>
        <source>a list of schedules</source>
        <translation>スケジュールのリスト</translation>
    </message>
    <message>
        <source>a logarithmic range cannot begin at {low:g}; begin above 0</source>
        <translation>対数の範囲は {low:g} から始められません。0 より大きい値から始めてください</translation>
    </message>
    <message>
        <source>a name has no two underscores in a row</source>
        <translation>名前に下線を 2 つ続けることはできません</translation>
    </message>
    <message>
        <source>a name starts with a letter, such as a or x1</source>
        <translation>名前は a や x1 のように文字で始まります</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>a number, a name or an opening bracket</source>
        <translation>数、名前、または開き括弧</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字列</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>accumulated</source>
        <translation>累積</translation>
    </message>
    <message>
        <source>accumulated, η 0.05</source>
        <translation>累積、η 0.05</translation>
    </message>
    <message>
        <source>adjust lr fn</source>
        <translation>学習率の調整関数</translation>
    </message>
    <message>
        <source>alpha</source>
        <translation>alpha</translation>
    </message>
    <message>
        <source>amsgrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>an exponent stands alone; expected {expected} before it</source>
        <translation>指数だけがあります。その前に必要なもの：{expected}</translation>
    </message>
    <message>
        <source>an operator is missing; for a product write {left}*{right}</source>
        <translation>演算子がありません。積は {left}*{right} と書いてください</translation>
    </message>
    <message>
        <source>at</source>
        <translation>時点</translation>
    </message>
    <message>
        <source>at character {place}, {problem}</source>
        <translation>{place} 文字目：{problem}</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>averaged, η 0.5</source>
        <translation>平均、η 0.5</translation>
    </message>
    <message>
        <source>averaging start</source>
        <translation>平均の開始</translation>
    </message>
    <message>
        <source>ball 1</source>
        <translation>ボール 1</translation>
    </message>
    <message>
        <source>ball 2</source>
        <translation>ボール 2</translation>
    </message>
    <message>
        <source>ball 3</source>
        <translation>ボール 3</translation>
    </message>
    <message>
        <source>ball 4</source>
        <translation>ボール 4</translation>
    </message>
    <message>
        <source>ball 5</source>
        <translation>ボール 5</translation>
    </message>
    <message>
        <source>ball 6</source>
        <translation>ボール 6</translation>
    </message>
    <message>
        <source>ball 7</source>
        <translation>ボール 7</translation>
    </message>
    <message>
        <source>ball 8</source>
        <translation>ボール 8</translation>
    </message>
    <message>
        <source>balls</source>
        <translation>ボール</translation>
    </message>
    <message>
        <source>barrier</source>
        <translation>障壁</translation>
    </message>
    <message>
        <source>batch 5, rate 0.1, 0.025, 0.00625, 0.0015625</source>
        <translation>バッチ 5、学習率 0.1、0.025、0.00625、0.0015625</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>beta1</source>
        <translation>beta1</translation>
    </message>
    <message>
        <source>beta2</source>
        <translation>beta2</translation>
    </message>
    <message>
        <source>beta2 decay</source>
        <translation>beta2 の減衰</translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation>読めません：{reason}</translation>
    </message>
    <message>
        <source>cannot be used: {reason}</source>
        <translation>使えません：{reason}</translation>
    </message>
    <message>
        <source>cannot be written: {reason}</source>
        <translation>書けません：{reason}</translation>
    </message>
    <message>
        <source>centered</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>クリッピング</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>点群</translation>
    </message>
    <message>
        <source>comparisons have no place; min, max, abs, sign and relu may do</source>
        <translation>比較は使えません。min、max、abs、sign、relu なら使えます</translation>
    </message>
    <message>
        <source>converged</source>
        <translation>収束</translation>
    </message>
    <message>
        <source>converged at step {step}</source>
        <translation>ステップ {step} で収束</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>コサイン</translation>
    </message>
    <message>
        <source>count</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>curvature</source>
        <translation>曲率</translation>
    </message>
    <message>
        <source>dampening</source>
        <translation>ダンプニング</translation>
    </message>
    <message>
        <source>dask.distributed is not installed; pip install distributed</source>
        <translation>dask.distributed がありません。pip install distributed を実行してください</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>減衰</translation>
    </message>
    <message>
        <source>decoupled weight decay</source>
        <translation>切り離した重み減衰</translation>
    </message>
    <message>
        <source>decrease factor</source>
        <translation>減少係数</translation>
    </message>
    <message>
        <source>device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>did you mean {near!r}? </source>
        <translation>{near!r} のことですか？</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>次元</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>displacement</source>
        <translation>変位</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>発散</translation>
    </message>
    <message>
        <source>diverged at step {step}</source>
        <translation>ステップ {step} で発散</translation>
    </message>
    <message>
        <source>drawn uniformly from a box around the start; the seed fixes where</source>
        <translation>始点のまわりの箱から一様に選びます。場所はシードで決まります</translation>
    </message>
    <message>
        <source>draws</source>
        <translation>抽出数</translation>
    </message>
    <message>
        <source>dtype</source>
        <translation>数値の型</translation>
    </message>
    <message>
        <source>eps</source>
        <translation>eps</translation>
    </message>
    <message>
        <source>eps1</source>
        <translation>eps1</translation>
    </message>
    <message>
        <source>eps2</source>
        <translation>eps2</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>epsilon</translation>
    </message>
    <message>
        <source>epsilon1</source>
        <translation>epsilon1</translation>
    </message>
    <message>
        <source>epsilon2</source>
        <translation>epsilon2</translation>
    </message>
    <message>
        <source>eta1</source>
        <translation>eta1</translation>
    </message>
    <message>
        <source>eta2</source>
        <translation>eta2</translation>
    </message>
    <message>
        <source>every</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>extent</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>f(x), f(x, y) or f(x1, …, xn) as typed</source>
        <translation>f(x)、f(x, y)、または f(x1, …, xn)。入力した式</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>factor while t &lt; steps, then 1</source>
        <translation>t &lt; ステップ数 の間は倍率、その後は 1</translation>
    </message>
    <message>
        <source>factor^(how many of 'at' are ≤ t)</source>
        <translation>倍率^（「時点」のうち t 以下の個数）</translation>
    </message>
    <message>
        <source>factor^t</source>
        <translation>倍率^t</translation>
    </message>
    <message>
        <source>factor^⌊t / every⌋</source>
        <translation>倍率^⌊t / 間隔⌋</translation>
    </message>
    <message>
        <source>final divisor</source>
        <translation>終わりの除数</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>floor + (1 − floor) (1 + cos(π t / steps)) / 2</source>
        <translation>下限 + (1 − 下限) (1 + cos(π t / ステップ数)) / 2</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>式</translation>
    </message>
    <message>
        <source>friction</source>
        <translation>摩擦</translation>
    </message>
    <message>
        <source>friction 0.2</source>
        <translation>摩擦 0.2</translation>
    </message>
    <message>
        <source>friction 0.5</source>
        <translation>摩擦 0.5</translation>
    </message>
    <message>
        <source>friction 15</source>
        <translation>摩擦 15</translation>
    </message>
    <message>
        <source>friction 2.5</source>
        <translation>摩擦 2.5</translation>
    </message>
    <message>
        <source>friction and time step are those of momentum; choose it</source>
        <translation>摩擦と時間刻みはモーメンタムのものです。それを選んでください</translation>
    </message>
    <message>
        <source>from</source>
        <translation>始まり</translation>
    </message>
    <message>
        <source>from + (1 − from) · min(t, steps) / steps</source>
        <translation>始まり + (1 − 始まり) · min(t, ステップ数) / ステップ数</translation>
    </message>
    <message>
        <source>from 1 / start_divisor up to 1 at t = rise · steps − 1, then down to 1 / (start_divisor · final_divisor) at steps − 1</source>
        <translation>1 / 始まりの除数 から t = 上昇 · ステップ数 − 1 で 1 まで上がり、ステップ数 − 1 で 1 / (始まりの除数 · 終わりの除数) まで下がる</translation>
    </message>
    <message>
        <source>from {low:g} to {high:g} is no range; give the smaller number first</source>
        <translation>{low:g} から {high:g} は範囲になりません。小さい方を先に指定してください</translation>
    </message>
    <message>
        <source>g ← g + weight_decay · x
v ← momentum · v + (1 − dampening) g, but v ← g in the first step
x ← x − learning_rate · v</source>
        <translation>g ← g + 重み減衰 · x
v ← モーメンタム · v + (1 − ダンプニング) g、ただし最初のステップは v ← g
x ← x − 学習率 · v</translation>
    </message>
    <message>
        <source>g ← g + λ x
m ← β1 m + (1 − β1) g
s ← β2 s + (1 − β2) g²
m̂ = m / (1 − β1ᵗ)
ρ∞ = 2 / (1 − β2) − 1
ρ = ρ∞ − 2 t β2ᵗ / (1 − β2ᵗ)
r = √((ρ − 4) (ρ − 2) ρ∞ / ((ρ∞ − 4) (ρ∞ − 2) ρ))
x ← x − η r m̂ √(1 − β2ᵗ) / (√s + ε), or x − η m̂ while ρ ≤ 5</source>
        <translation>g ← g + λ x
m ← β1 m + (1 − β1) g
s ← β2 s + (1 − β2) g²
m̂ = m / (1 − β1ᵗ)
ρ∞ = 2 / (1 − β2) − 1
ρ = ρ∞ − 2 t β2ᵗ / (1 − β2ᵗ)
r = √((ρ − 4) (ρ − 2) ρ∞ / ((ρ∞ − 4) (ρ∞ − 2) ρ))
x ← x − η r m̂ √(1 − β2ᵗ) / (√s + ε)、ρ ≤ 5 の間は x − η m̂</translation>
    </message>
    <message>
        <source>g ← g + λ x
s ← s + g², s = s₀ at the start
x ← x − η / (1 + δ t) · g / (√s + ε), t the steps taken before</source>
        <translation>g ← g + λ x
s ← s + g²、最初は s = s₀
x ← x − η / (1 + δ t) · g / (√s + ε)、t はそれまでのステップ数</translation>
    </message>
    <message>
        <source>g ← g + λ x
s ← α s + (1 − α) g²
m ← α m + (1 − α) g, or 0 unless centered
v ← β v + g / (√(s − m²) + ε)
x ← x − η v</source>
        <translation>g ← g + λ x
s ← α s + (1 − α) g²
m ← α m + (1 − α) g、中心化しなければ 0
v ← β v + g / (√(s − m²) + ε)
x ← x − η v</translation>
    </message>
    <message>
        <source>g ← g + λ x
v ← β v + (1 − τ) g, but v ← g in the first step
x ← x − η v, or x − η (g + β v) with nesterov</source>
        <translation>g ← g + λ x
v ← β v + (1 − τ) g、ただし最初のステップは v ← g
x ← x − η v、Nesterov では x − η (g + β v)</translation>
    </message>
    <message>
        <source>g ← g + λ x
ηₜ = η / (1 + κ η t)^α, t the steps taken before
x ← (1 − κ ηₜ) x − ηₜ g
a ← a + (x − a) / max(1, t − t₀)</source>
        <translation>g ← g + λ x
ηₜ = η / (1 + κ η t)^α、t はそれまでのステップ数
x ← (1 − κ ηₜ) x − ηₜ g
a ← a + (x − a) / max(1, t − t₀)</translation>
    </message>
    <message>
        <source>gaussian</source>
        <translation>ガウス</translation>
    </message>
    <message>
        <source>give --set as KEY=VALUE, such as steps=100</source>
        <translation>--set は steps=100 のように KEY=VALUE と書いてください</translation>
    </message>
    <message>
        <source>give 1 to {most}</source>
        <translation>1 から {most} を指定してください</translation>
    </message>
    <message>
        <source>give a name that ends in .png, .csv or .parquet</source>
        <translation>.png、.csv、.parquet のどれかで終わる名前を指定してください</translation>
    </message>
    <message>
        <source>give a number from 0 to less than 1</source>
        <translation>0 以上 1 未満の数を指定してください</translation>
    </message>
    <message>
        <source>give a number that is not negative</source>
        <translation>負でない数を指定してください</translation>
    </message>
    <message>
        <source>give a positive number</source>
        <translation>正の数を指定してください</translation>
    </message>
    <message>
        <source>give a row [low, high] with low &lt; high for each coordinate of the formula: {dim}</source>
        <translation>式の座標ごとに、下限 &lt; 上限 の 1 行 [下限, 上限] を指定してください：{dim}</translation>
    </message>
    <message>
        <source>give an objective on data with a quadratic loss</source>
        <translation>データの、損失が 2 次の目的関数を指定してください</translation>
    </message>
    <message>
        <source>give it in {names}</source>
        <translation>{names} のそれぞれで書いてください</translation>
    </message>
    <message>
        <source>give {dim} numbers, one for each row of Q</source>
        <translation>Q の各行に 1 つずつ、{dim} 個の数を指定してください</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>勾配降下法</translation>
    </message>
    <message>
        <source>gradient descent 0.1</source>
        <translation>勾配降下法 0.1</translation>
    </message>
    <message>
        <source>gradient descent 0.4</source>
        <translation>勾配降下法 0.4</translation>
    </message>
    <message>
        <source>gradient descent 0.6</source>
        <translation>勾配降下法 0.6</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>格子</translation>
    </message>
    <message>
        <source>growing: loss {last:.4g}, from {first:.4g}</source>
        <translation>増大：損失 {last:.4g}、最初は {first:.4g}</translation>
    </message>
    <message>
        <source>growth</source>
        <translation>伸び</translation>
    </message>
    <message>
        <source>half-mse</source>
        <translation>½ 平均二乗誤差</translation>
    </message>
    <message>
        <source>half-mse: ½ · mean r², as from scratch; mse: mean r², as torch's MSELoss.</source>
        <translation>half-mse：½ · r² の平均、一から書く場合。mse：r² の平均、torch の MSELoss の場合。</translation>
    </message>
    <message>
        <source>has a key of more than {most} levels</source>
        <translation>キーが {most} 段を超えています</translation>
    </message>
    <message>
        <source>heavy ball</source>
        <translation>ヘビーボール</translation>
    </message>
    <message>
        <source>history size</source>
        <translation>履歴の大きさ</translation>
    </message>
    <message>
        <source>holds what is finished of another map; give --restart to throw that away, or another name for the output</source>
        <translation>別のマップの計算済みの部分が入っています。--restart で捨てるか、出力に別の名前を付けてください</translation>
    </message>
    <message>
        <source>importing {name} failed: {reason}</source>
        <translation>{name} を読み込めません：{reason}</translation>
    </message>
    <message>
        <source>importing {path} runs code that is not part of this program; if you trust it, add --allow-import {path}</source>
        <translation>{path} を読み込むと、このプログラムのものではないコードが実行されます。信頼できるなら --allow-import {path} を加えてください</translation>
    </message>
    <message>
        <source>increase factor</source>
        <translation>増加係数</translation>
    </message>
    <message>
        <source>initial accumulator value</source>
        <translation>累積の初期値</translation>
    </message>
    <message>
        <source>is larger than {most:,} bytes; is it the right file?</source>
        <translation>{most:,} バイトを超えています。正しいファイルですか？</translation>
    </message>
    <message>
        <source>is missing; give {what}</source>
        <translation>ありません。{what}を指定してください</translation>
    </message>
    <message>
        <source>is missing; the first line should be: format = {format}</source>
        <translation>ありません。最初の行は format = {format} です</translation>
    </message>
    <message>
        <source>is not a text file in UTF-8</source>
        <translation>UTF-8 のテキストファイルではありません</translation>
    </message>
    <message>
        <source>is not on this computer; it is downloaded when it is used</source>
        <translation>このコンピュータにはありません。使うときにダウンロードします</translation>
    </message>
    <message>
        <source>is not the published {file} (SHA-1 {digest}…); give the original file</source>
        <translation>公開されている {file} ではありません（SHA-1 {digest}…）。元のファイルを指定してください</translation>
    </message>
    <message>
        <source>is not valid TOML: {reason}</source>
        <translation>正しい TOML ではありません：{reason}</translation>
    </message>
    <message>
        <source>is the name of an experiment file; give a name for the table</source>
        <translation>実験ファイルの名前です。表には別の名前を付けてください</translation>
    </message>
    <message>
        <source>it differentiates the loss by itself, which is out of reach; losses and gradients are handed in, graphs are not</source>
        <translation>損失を自分で微分しようとしますが、ここではできません。渡されるのは損失と勾配で、計算グラフはありません</translation>
    </message>
    <message>
        <source>it has no stops; give at least one [[stops]] table</source>
        <translation>停留所がありません。[[stops]] の表を 1 つ以上書いてください</translation>
    </message>
    <message>
        <source>its folder does not exist; create it or choose another</source>
        <translation>フォルダがありません。作るか、別のフォルダを選んでください</translation>
    </message>
    <message>
        <source>key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>key of an experiment</source>
        <translation>実験のキー</translation>
    </message>
    <message>
        <source>key of {name}</source>
        <translation>{name} のキー</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>kind of noise</source>
        <translation>ノイズの種類</translation>
    </message>
    <message>
        <source>kramers</source>
        <translation>Kramers</translation>
    </message>
    <message>
        <source>lambd</source>
        <translation>lambd</translation>
    </message>
    <message>
        <source>langevin</source>
        <translation>Langevin</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大値</translation>
    </message>
    <message>
        <source>largest step</source>
        <translation>最大ステップ幅</translation>
    </message>
    <message>
        <source>layout of starts</source>
        <translation>始点の配置</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>learning rate 0.0100</source>
        <translation>学習率 0.0100</translation>
    </message>
    <message>
        <source>learning rate 0.0311</source>
        <translation>学習率 0.0311</translation>
    </message>
    <message>
        <source>learning rate 0.0422</source>
        <translation>学習率 0.0422</translation>
    </message>
    <message>
        <source>learning rate 0.0522</source>
        <translation>学習率 0.0522</translation>
    </message>
    <message>
        <source>learning rate 0.0644</source>
        <translation>学習率 0.0644</translation>
    </message>
    <message>
        <source>learning rate 0.0733</source>
        <translation>学習率 0.0733</translation>
    </message>
    <message>
        <source>learning rate 0.0744</source>
        <translation>学習率 0.0744</translation>
    </message>
    <message>
        <source>learning rate 0.0944</source>
        <translation>学習率 0.0944</translation>
    </message>
    <message>
        <source>learning rate 0.1</source>
        <translation>学習率 0.1</translation>
    </message>
    <message>
        <source>learning rate 0.1067</source>
        <translation>学習率 0.1067</translation>
    </message>
    <message>
        <source>learning rate 0.1156</source>
        <translation>学習率 0.1156</translation>
    </message>
    <message>
        <source>learning rate 0.1189</source>
        <translation>学習率 0.1189</translation>
    </message>
    <message>
        <source>learning rate 0.1367</source>
        <translation>学習率 0.1367</translation>
    </message>
    <message>
        <source>learning rate 0.1389</source>
        <translation>学習率 0.1389</translation>
    </message>
    <message>
        <source>learning rate 0.1578</source>
        <translation>学習率 0.1578</translation>
    </message>
    <message>
        <source>learning rate 0.1711</source>
        <translation>学習率 0.1711</translation>
    </message>
    <message>
        <source>learning rate 0.1733</source>
        <translation>学習率 0.1733</translation>
    </message>
    <message>
        <source>learning rate 0.1789</source>
        <translation>学習率 0.1789</translation>
    </message>
    <message>
        <source>learning rate 0.2</source>
        <translation>学習率 0.2</translation>
    </message>
    <message>
        <source>learning rate 0.2000</source>
        <translation>学習率 0.2000</translation>
    </message>
    <message>
        <source>learning rate 0.2033</source>
        <translation>学習率 0.2033</translation>
    </message>
    <message>
        <source>learning rate 0.2278</source>
        <translation>学習率 0.2278</translation>
    </message>
    <message>
        <source>learning rate 0.2356</source>
        <translation>学習率 0.2356</translation>
    </message>
    <message>
        <source>learning rate 0.2678</source>
        <translation>学習率 0.2678</translation>
    </message>
    <message>
        <source>learning rate 0.2822</source>
        <translation>学習率 0.2822</translation>
    </message>
    <message>
        <source>learning rate 0.3000</source>
        <translation>学習率 0.3000</translation>
    </message>
    <message>
        <source>learning rate 0.3367</source>
        <translation>学習率 0.3367</translation>
    </message>
    <message>
        <source>learning rate 0.3911</source>
        <translation>学習率 0.3911</translation>
    </message>
    <message>
        <source>learning rate 0.4</source>
        <translation>学習率 0.4</translation>
    </message>
    <message>
        <source>learning rate 0.4456</source>
        <translation>学習率 0.4456</translation>
    </message>
    <message>
        <source>learning rate 0.5000</source>
        <translation>学習率 0.5000</translation>
    </message>
    <message>
        <source>learning rate decay</source>
        <translation>学習率の減衰</translation>
    </message>
    <message>
        <source>line search fn</source>
        <translation>直線探索</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>線形</translation>
    </message>
    <message>
        <source>look-ahead</source>
        <translation>先読み</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>loss {last:.4g}, from {first:.4g}</source>
        <translation>損失 {last:.4g}、最初は {first:.4g}</translation>
    </message>
    <message>
        <source>lr decay</source>
        <translation>学習率の減衰</translation>
    </message>
    <message>
        <source>max eval</source>
        <translation>最大評価回数</translation>
    </message>
    <message>
        <source>max iter</source>
        <translation>最大反復回数</translation>
    </message>
    <message>
        <source>maximize</source>
        <translation>最大化</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>midpoint</source>
        <translation>中点則</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>モーメンタム</translation>
    </message>
    <message>
        <source>momentum 0.1, β 0.5</source>
        <translation>モーメンタム 0.1、β 0.5</translation>
    </message>
    <message>
        <source>momentum 0.5</source>
        <translation>モーメンタム 0.5</translation>
    </message>
    <message>
        <source>momentum 0.6, β 0.5</source>
        <translation>モーメンタム 0.6、β 0.5</translation>
    </message>
    <message>
        <source>momentum 0.8</source>
        <translation>モーメンタム 0.8</translation>
    </message>
    <message>
        <source>momentum 0.9</source>
        <translation>モーメンタム 0.9</translation>
    </message>
    <message>
        <source>momentum decay</source>
        <translation>モーメンタムの減衰</translation>
    </message>
    <message>
        <source>momentum ↦ 1 − (1 − momentum) √r, where r is the factor of the learning rate</source>
        <translation>モーメンタム ↦ 1 − (1 − モーメンタム) √r、r は学習率の倍率</translation>
    </message>
    <message>
        <source>mse</source>
        <translation>平均二乗誤差</translation>
    </message>
    <message>
        <source>nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>no friction</source>
        <translation>摩擦なし</translation>
    </message>
    <message>
        <source>no function is called {name!r}; did you mean {near!r}?</source>
        <translation>{name!r} という関数はありません。{near!r} のことですか？</translation>
    </message>
    <message>
        <source>no function is called {name!r}; known: {known}</source>
        <translation>{name!r} という関数はありません。使えるもの：{known}</translation>
    </message>
    <message>
        <source>no scheduler answers at {address}; start one</source>
        <translation>{address} にスケジューラがありません。起動してください</translation>
    </message>
    <message>
        <source>no {what} is called {word!r}; {hint}known: {names}</source>
        <translation>{word!r} という{what}はありません。{hint}使えるもの：{names}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>none is enabled; enable those that take part</source>
        <translation>どれも有効ではありません。使うものを有効にしてください</translation>
    </message>
    <message>
        <source>ns coefficient1</source>
        <translation>NS 係数 1</translation>
    </message>
    <message>
        <source>ns coefficient2</source>
        <translation>NS 係数 2</translation>
    </message>
    <message>
        <source>ns coefficient3</source>
        <translation>NS 係数 3</translation>
    </message>
    <message>
        <source>ns steps</source>
        <translation>NS ステップ数</translation>
    </message>
    <message>
        <source>nu</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>nu1</source>
        <translation>nu1</translation>
    </message>
    <message>
        <source>nu2</source>
        <translation>nu2</translation>
    </message>
    <message>
        <source>number of this experiment</source>
        <translation>この実験の数</translation>
    </message>
    <message>
        <source>number that changes in {optimizer}</source>
        <translation>{optimizer} の変化する数</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>目的関数</translation>
    </message>
    <message>
        <source>on a square grid around the start, as many to a side as fit</source>
        <translation>始点のまわりの正方格子の上に、1 辺に収まるだけ並べます</translation>
    </message>
    <message>
        <source>one argument, such as {example}</source>
        <translation>引数 1 つ、例えば {example}</translation>
    </message>
    <message>
        <source>only {names} are conventions of one another</source>
        <translation>互いに書き換えられる流儀は {names} だけです</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>オプティマイザ</translation>
    </message>
    <message>
        <source>original</source>
        <translation>元のまま</translation>
    </message>
    <message>
        <source>oscillating</source>
        <translation>振動</translation>
    </message>
    <message>
        <source>parameter of the formula</source>
        <translation>式のパラメータ</translation>
    </message>
    <message>
        <source>parameter of {owner}</source>
        <translation>{owner} のパラメータ</translation>
    </message>
    <message>
        <source>per step</source>
        <translation>ステップあたり</translation>
    </message>
    <message>
        <source>period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>power</source>
        <translation>べき</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>product</source>
        <translation>積</translation>
    </message>
    <message>
        <source>product of the parts</source>
        <translation>部分の積</translation>
    </message>
    <message>
        <source>quartic</source>
        <translation>4 次の項</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>率</translation>
    </message>
    <message>
        <source>rate 0.1, batch 5, 20, 80, 320</source>
        <translation>学習率 0.1、バッチ 5、20、80、320</translation>
    </message>
    <message>
        <source>rate dropped, friction kept</source>
        <translation>学習率を下げ、摩擦を保つ</translation>
    </message>
    <message>
        <source>rate dropped, momentum kept</source>
        <translation>学習率を下げ、モーメンタムを保つ</translation>
    </message>
    <message>
        <source>rate kept</source>
        <translation>学習率を保つ</translation>
    </message>
    <message>
        <source>replacement</source>
        <translation>復元抽出</translation>
    </message>
    <message>
        <source>rho</source>
        <translation>rho</translation>
    </message>
    <message>
        <source>rise</source>
        <translation>上昇</translation>
    </message>
    <message>
        <source>s ← s + t^τ (g² − s)
u ← g / √max(s, ε1²)
ρ = min(η, 1/√t) · max(ε2, rms x)
x ← (1 − η λ) x − ρ u / max(1, rms u / d)</source>
        <translation>s ← s + t^τ (g² − s)
u ← g / √max(s, ε1²)
ρ = min(η, 1/√t) · max(ε2, rms x)
x ← (1 − η λ) x − ρ u / max(1, rms u / d)</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>抽出方法</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>schedules are nested deeper than {most}; simplify</source>
        <translation>スケジュールの入れ子が {most} 段を超えています。簡単にしてください</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共通</translation>
    </message>
    <message>
        <source>shuffle</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>sigma</source>
        <translation>sigma</translation>
    </message>
    <message>
        <source>signSGD</source>
        <translation>signSGD</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>緩慢</translation>
    </message>
    <message>
        <source>smallest step</source>
        <translation>最小ステップ幅</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>square</source>
        <translation>2 乗</translation>
    </message>
    <message>
        <source>square step</source>
        <translation>ステップの 2 乗</translation>
    </message>
    <message>
        <source>squares</source>
        <translation>2 乗和</translation>
    </message>
    <message>
        <source>stands on both axes; give two different keys</source>
        <translation>両方の軸にあります。別々のキーを指定してください</translation>
    </message>
    <message>
        <source>start</source>
        <translation>始点</translation>
    </message>
    <message>
        <source>start divisor</source>
        <translation>始まりの除数</translation>
    </message>
    <message>
        <source>steepness</source>
        <translation>急さ</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>step size1</source>
        <translation>ステップ幅 1</translation>
    </message>
    <message>
        <source>step size2</source>
        <translation>ステップ幅 2</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>予想とのずれ</translation>
    </message>
    <message>
        <source>texts have no place; a formula has only numbers, names and operators</source>
        <translation>文字列は使えません。式は数、名前、演算子だけです</translation>
    </message>
    <message>
        <source>the airfoil data is not on this computer and could not be downloaded; set {variable} to a folder that holds it, or choose the file in the window</source>
        <translation>このコンピュータには翼型データがなく、ダウンロードもできませんでした。{variable} にそのフォルダを設定するか、ウィンドウでファイルを選んでください</translation>
    </message>
    <message>
        <source>the averaged form with momentum 1 never moves; give a smaller momentum</source>
        <translation>モーメンタム 1 の平均形は動きません。もっと小さいモーメンタムを指定してください</translation>
    </message>
    <message>
        <source>the character {code}</source>
        <translation>文字 {code}</translation>
    </message>
    <message>
        <source>the cosine over period, then anew from the top over period · growth, and so on</source>
        <translation>「周期」の長さのコサイン、次に頂点から 周期 · 伸び の長さで、以下同様</translation>
    </message>
    <message>
        <source>the experiment has no noise to vary; add a [noise] table</source>
        <translation>実験に変えられるノイズがありません。[noise] の表を加えてください</translation>
    </message>
    <message>
        <source>the experiment written beside it would replace {beside}, which is another one; choose another name</source>
        <translation>隣に書き込まれる実験ファイルが、別の実験である {beside} を置き換えてしまいます。別の名前を選んでください</translation>
    </message>
    <message>
        <source>the experiment written beside it would replace {source}; choose another name</source>
        <translation>並べて書かれる実験が {source} を上書きしてしまいます。別の名前を選んでください</translation>
    </message>
    <message>
        <source>the file is of format {given}, this program reads {format}; update Momentum Lab</source>
        <translation>ファイルの形式は {given}、このプログラムが読めるのは {format} です。Momentum Lab を更新してください</translation>
    </message>
    <message>
        <source>the formula ends too early; expected {expected}</source>
        <translation>式が途中で終わっています。必要なもの：{expected}</translation>
    </message>
    <message>
        <source>the formula has more than {most:,} operations; shorten it</source>
        <translation>式の演算が {most:,} 個を超えています。短くしてください</translation>
    </message>
    <message>
        <source>the formula has no variable; use x, or x and y, or x1 to x50</source>
        <translation>式に変数がありません。x、x と y、または x1 から x50 を使ってください</translation>
    </message>
    <message>
        <source>the formula is empty; give one such as x^2 + y^2</source>
        <translation>式が空です。x^2 + y^2 のように書いてください</translation>
    </message>
    <message>
        <source>the formula is longer than {most:,} characters</source>
        <translation>式が {most:,} 文字を超えています</translation>
    </message>
    <message>
        <source>the formula is nested deeper than {most} levels</source>
        <translation>式の入れ子が {most} 段を超えています</translation>
    </message>
    <message>
        <source>the last part whose turn has come, its own steps counted from then</source>
        <translation>順番が来た最後の部分。そのステップはそこから数える</translation>
    </message>
    <message>
        <source>the map is of run {run}; give a key of runs.{run}</source>
        <translation>マップはラン {run} のものです。runs.{run} のキーを指定してください</translation>
    </message>
    <message>
        <source>the matrix has the eigenvalue {eigenvalue:g}; give a positive definite one</source>
        <translation>行列に固有値 {eigenvalue:g} があります。正定値の行列を指定してください</translation>
    </message>
    <message>
        <source>the matrix is not symmetric; give Q with Q = Qᵀ</source>
        <translation>行列が対称ではありません。Q = Qᵀ となる Q を指定してください</translation>
    </message>
    <message>
        <source>the minimum is out of range; give smaller c and b</source>
        <translation>極小点が範囲の外です。もっと小さい c と b を指定してください</translation>
    </message>
    <message>
        <source>the module {module} has no {name}</source>
        <translation>モジュール {module} に {name} はありません</translation>
    </message>
    <message>
        <source>the name is longer than {most} characters</source>
        <translation>名前が {most} 文字を超えています</translation>
    </message>
    <message>
        <source>the name of a schedule</source>
        <translation>スケジュールの名前</translation>
    </message>
    <message>
        <source>the name of an objective</source>
        <translation>目的関数の名前</translation>
    </message>
    <message>
        <source>the name of an optimizer</source>
        <translation>オプティマイザの名前</translation>
    </message>
    <message>
        <source>the number is too large; the largest is about 1.8e308</source>
        <translation>数が大きすぎます。最大はおよそ 1.8e308 です</translation>
    </message>
    <message>
        <source>the rows differ in length; give rows of one length</source>
        <translation>行の長さが違います。同じ長さにしてください</translation>
    </message>
    <message>
        <source>the schedule {kind} has none; remove it</source>
        <translation>スケジュール {kind} に部分はありません。取り除いてください</translation>
    </message>
    <message>
        <source>the temperature of minibatches is known for gradient descent and momentum; choose such a run</source>
        <translation>ミニバッチの温度が分かるのは勾配降下法とモーメンタムです。そのランを選んでください</translation>
    </message>
    <message>
        <source>there are {count}, counted from 0</source>
        <translation>{count} 個あり、0 から数えます</translation>
    </message>
    <message>
        <source>there is no batch_size to change; give one, or remove this</source>
        <translation>変化させる batch_size がありません。指定するか、これを取り除いてください</translation>
    </message>
    <message>
        <source>there is no module {module}; name its folder in PYTHONPATH</source>
        <translation>モジュール {module} がありません。そのフォルダを PYTHONPATH に加えてください</translation>
    </message>
    <message>
        <source>there is no stationary density to draw the balls from; release them at the start point</source>
        <translation>ボールを引く定常密度がありません。始点から放してください</translation>
    </message>
    <message>
        <source>there is no such key in this experiment</source>
        <translation>この実験にそのキーはありません</translation>
    </message>
    <message>
        <source>there is none; give at least one [[runs]] table</source>
        <translation>1 つもありません。[[runs]] の表を 1 つ以上書いてください</translation>
    </message>
    <message>
        <source>this ( is never closed; add the )</source>
        <translation>この ( は閉じていません。) を加えてください</translation>
    </message>
    <message>
        <source>this ) closes nothing; remove it, or add the ( before it</source>
        <translation>この ) に対応する括弧がありません。取り除くか、前に ( を加えてください</translation>
    </message>
    <message>
        <source>this copy of the program came without its source, from which scripts are made</source>
        <translation>このプログラムにはソースが含まれておらず、スクリプトを作れません</translation>
    </message>
    <message>
        <source>this objective cannot be written as a script</source>
        <translation>この目的関数はスクリプトにできません</translation>
    </message>
    <message>
        <source>this {opener} is never closed; add the {closer}</source>
        <translation>この {opener} は閉じていません。{closer} を加えてください</translation>
    </message>
    <message>
        <source>tilt</source>
        <translation>傾き</translation>
    </message>
    <message>
        <source>time step</source>
        <translation>時間刻み</translation>
    </message>
    <message>
        <source>time step 0.1</source>
        <translation>時間刻み 0.1</translation>
    </message>
    <message>
        <source>time step 0.2</source>
        <translation>時間刻み 0.2</translation>
    </message>
    <message>
        <source>time step 0.4</source>
        <translation>時間刻み 0.4</translation>
    </message>
    <message>
        <source>tolerance change</source>
        <translation>変化の許容値</translation>
    </message>
    <message>
        <source>tolerance grad</source>
        <translation>勾配の許容値</translation>
    </message>
    <message>
        <source>torch finds no CUDA GPU</source>
        <translation>torch は CUDA GPU を見つけられません</translation>
    </message>
    <message>
        <source>torch finds {count}</source>
        <translation>torch が見つけたのは {count} 個</translation>
    </message>
    <message>
        <source>torch.optim.ASGD, run as it is</source>
        <translation>torch.optim.ASGD をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.Adadelta, run as it is</source>
        <translation>torch.optim.Adadelta をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.Adafactor, run as it is</source>
        <translation>torch.optim.Adafactor をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.Adagrad, run as it is</source>
        <translation>torch.optim.Adagrad をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.Adam, run as it is</source>
        <translation>torch.optim.Adam をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.AdamW, run as it is</source>
        <translation>torch.optim.AdamW をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.Adamax, run as it is</source>
        <translation>torch.optim.Adamax をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.LBFGS, run as it is</source>
        <translation>torch.optim.LBFGS をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.Muon, run as it is</source>
        <translation>torch.optim.Muon をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.NAdam, run as it is</source>
        <translation>torch.optim.NAdam をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.RAdam, run as it is</source>
        <translation>torch.optim.RAdam をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.RMSprop, run as it is</source>
        <translation>torch.optim.RMSprop をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.Rprop, run as it is</source>
        <translation>torch.optim.Rprop をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.SGD with momentum 0.9, every number printed.</source>
        <translation>モーメンタム 0.9 の torch.optim.SGD、すべての数を表示。</translation>
    </message>
    <message>
        <source>torch.optim.SGD, run as it is</source>
        <translation>torch.optim.SGD をそのまま実行</translation>
    </message>
    <message>
        <source>torch.optim.SparseAdam, run as it is</source>
        <translation>torch.optim.SparseAdam をそのまま実行</translation>
    </message>
    <message>
        <source>two arguments or more, such as {example}</source>
        <translation>引数 2 つ以上、例えば {example}</translation>
    </message>
    <message>
        <source>two arguments, such as {example}</source>
        <translation>引数 2 つ、例えば {example}</translation>
    </message>
    <message>
        <source>two numbers stand side by side; write an operator between them</source>
        <translation>数が 2 つ並んでいます。間に演算子を書いてください</translation>
    </message>
    <message>
        <source>typed by the user</source>
        <translation>利用者が入力</translation>
    </message>
    <message>
        <source>value that is searched for</source>
        <translation>探す値</translation>
    </message>
    <message>
        <source>values</source>
        <translation>値</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>view</source>
        <translation>ビュー</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>重み減衰</translation>
    </message>
    <message>
        <source>width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>window</source>
        <translation>表示範囲</translation>
    </message>
    <message>
        <source>with a changing learning rate the displacement form is another method</source>
        <translation>学習率が変わると、変位形は別の方法になります</translation>
    </message>
    <message>
        <source>with a changing momentum the averaged form is another method</source>
        <translation>モーメンタムが変わると、平均形は別の方法になります</translation>
    </message>
    <message>
        <source>with the time step {time_step:g} give at most {most:g}; more needs momentum below 0</source>
        <translation>時間刻み {time_step:g} では {most:g} までです。それ以上では 0 より小さいモーメンタムが必要です</translation>
    </message>
    <message>
        <source>without friction the averaged form never moves; give more than 0</source>
        <translation>摩擦がないと平均形は動きません。0 より大きい値を指定してください</translation>
    </message>
    <message>
        <source>without friction there is no temperature; give less than 1</source>
        <translation>摩擦がないと温度がありません。1 より小さい値を指定してください</translation>
    </message>
    <message>
        <source>x goes 2, −14, 98, −686: the factor is 1 − 8η = −7.</source>
        <translation>x は 2、−14、98、−686 と進みます。係数は 1 − 8η = −7。</translation>
    </message>
    <message>
        <source>x goes 2, −6, 18, −54: the factor is 1 − 8η = −3.</source>
        <translation>x は 2、−6、18、−54 と進みます。係数は 1 − 8η = −3。</translation>
    </message>
    <message>
        <source>x1² + 2 x2² has condition number 2: gradient descent needs no help.</source>
        <translation>x1² + 2 x2² の条件数は 2。勾配降下法に助けは要りません。</translation>
    </message>
    <message>
        <source>x2 is at rest after a few steps while x1 still has a long way to go: one rate serves two curvatures badly.</source>
        <translation>x2 は数ステップで止まりますが、x1 はまだ長い道のりです。1 つの学習率で 2 つの曲率には応えられません。</translation>
    </message>
    <message>
        <source>z is no coordinate; for three of them write x1, x2 and x3</source>
        <translation>z は座標ではありません。3 つなら x1、x2、x3 と書いてください</translation>
    </message>
    <message>
        <source>{count:,} characters are too many; give at most {most:,.0f}</source>
        <translation>{count:,} 文字は多すぎます。{most:,.0f} 文字までです</translation>
    </message>
    <message>
        <source>{count:,} characters are too many; give at most {most:,}</source>
        <translation>{count:,} 文字は多すぎます。{most:,} 文字までです</translation>
    </message>
    <message>
        <source>{count:,} starts of {runs} runs with {dim} coordinates do not fit into memory; give at most {most:,}</source>
        <translation>{dim} 座標の {runs} ランの始点 {count:,} 個はメモリに入りません。{most:,} 個までにしてください</translation>
    </message>
    <message>
        <source>{count} are given, 'at' wants {wanted}: one more than it has</source>
        <translation>{count} 個あります。'at' には、それより 1 つ多い {wanted} 個が必要です</translation>
    </message>
    <message>
        <source>{count} are given; give 1 to {most} schedules</source>
        <translation>{count} 個あります。スケジュールは 1 から {most} 個です</translation>
    </message>
    <message>
        <source>{count} are given; give at most {most}</source>
        <translation>{count} 個あります。{most} 個までです</translation>
    </message>
    <message>
        <source>{count} cells are not allowed; give a whole number from 2 to {most}</source>
        <translation>{count} 個の升目は使えません。2 から {most} の整数を指定してください</translation>
    </message>
    <message>
        <source>{count} named parameters are too many; use at most {most}</source>
        <translation>名前付きパラメータ {count} 個は多すぎます。{most} 個までです</translation>
    </message>
    <message>
        <source>{count} numbers are given, {objective} has {dim} coordinates; give a list of {dim}</source>
        <translation>数が {count} 個ありますが、{objective} の座標は {dim} 個です。{dim} 個のリストを指定してください</translation>
    </message>
    <message>
        <source>{described} has no place in a formula; remove it</source>
        <translation>{described}は式では使えません。取り除いてください</translation>
    </message>
    <message>
        <source>{described} has no place in a formula; write {plain!r} from the keyboard</source>
        <translation>{described}は式では使えません。キーボードから {plain!r} を入力してください</translation>
    </message>
    <message>
        <source>{end!r} is no end of a range; give a number</source>
        <translation>{end!r} は範囲の端になりません。数を指定してください</translation>
    </message>
    <message>
        <source>{folder} is not a folder; name one with {file}</source>
        <translation>{folder} はフォルダではありません。{file} のあるフォルダを指定してください</translation>
    </message>
    <message>
        <source>{given!r} has no place here; expected an operator or the end</source>
        <translation>{given!r} はここでは使えません。必要なもの：演算子か終わり</translation>
    </message>
    <message>
        <source>{given!r} has no place here; expected {expected}</source>
        <translation>{given!r} はここでは使えません。必要なもの：{expected}</translation>
    </message>
    <message>
        <source>{given!r} has no place in a formula</source>
        <translation>{given!r} は式では使えません</translation>
    </message>
    <message>
        <source>{given!r} is no colour; give #rrggbb</source>
        <translation>{given!r} は色ではありません。#rrggbb と書いてください</translation>
    </message>
    <message>
        <source>{given!r} is no loss; give a number</source>
        <translation>{given!r} は損失になりません。数を指定してください</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give a number between 0 and 1</source>
        <translation>{given!r} は使えません。0 と 1 の間の数を指定してください</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give a text</source>
        <translation>{given!r} は使えません。文字列を指定してください</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give auto, cpu or cuda</source>
        <translation>{given!r} は使えません。auto、cpu、cuda のどれかを指定してください</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give true or false</source>
        <translation>{given!r} は使えません。true か false を指定してください</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give {format}</source>
        <translation>{given!r} は使えません。{format} を指定してください</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give {what}</source>
        <translation>{given!r} は使えません。{what}を指定してください</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give {words}</source>
        <translation>{given!r} は使えません。{words} を指定してください</translation>
    </message>
    <message>
        <source>{given!r} is {described}, which</source>
        <translation>{given!r} は{described}で、</translation>
    </message>
    <message>
        <source>{given} is mixed with {first}; write either x and y, or x1, x2 and so on</source>
        <translation>{given} と {first} が混ざっています。x と y、または x1、x2 … のどちらかで書いてください</translation>
    </message>
    <message>
        <source>{given} is not allowed; give 1 to {most}</source>
        <translation type="vanished">{given} は使えません。1 から {most} を指定してください</translation>
    </message>
    <message>
        <source>{given} is not allowed; give a finite number</source>
        <translation>{given} は使えません。有限の数を指定してください</translation>
    </message>
    <message>
        <source>{given} is not allowed; give a list of finite numbers</source>
        <translation>{given} は使えません。有限の数のリストを指定してください</translation>
    </message>
    <message>
        <source>{given} is not allowed; give a list of rows of numbers</source>
        <translation>{given} は使えません。数の行のリストを指定してください</translation>
    </message>
    <message>
        <source>{given} is not allowed; give a table of numbers, such as {{ a = 1.0 }}</source>
        <translation>{given} は使えません。{{ a = 1.0 }} のような数の表を指定してください</translation>
    </message>
    <message>
        <source>{given} is not allowed; give a text</source>
        <translation>{given} は使えません。文字列を指定してください</translation>
    </message>
    <message>
        <source>{given} is not allowed; give ascending whole numbers</source>
        <translation>{given} は使えません。増えていく整数を指定してください</translation>
    </message>
    <message>
        <source>{given} is not allowed; give true or false</source>
        <translation>{given} は使えません。true か false を指定してください</translation>
    </message>
    <message>
        <source>{given} is not allowed; give {allowed}</source>
        <translation>{given} は使えません。{allowed}を指定してください</translation>
    </message>
    <message>
        <source>{given} is not allowed; give {choices}</source>
        <translation>{given} は使えません。{choices} を指定してください</translation>
    </message>
    <message>
        <source>{given} is out of range; give 1 to {most}</source>
        <translation>{given} は範囲の外です。1 から {most} を指定してください</translation>
    </message>
    <message>
        <source>{given} is out of range; give {allowed}</source>
        <translation>{given} は範囲の外です。{allowed}を指定してください</translation>
    </message>
    <message>
        <source>{id} is not linear here</source>
        <translation>{id} はここでは線形ではありません</translation>
    </message>
    <message>
        <source>{key}: {problem}</source>
        <translation>{key}：{problem}</translation>
    </message>
    <message>
        <source>{kind} cannot be a part; give it on its own</source>
        <translation>{kind} は部分にできません。単独で使ってください</translation>
    </message>
    <message>
        <source>{kind} is for {name} only</source>
        <translation>{kind} は {name} 専用です</translation>
    </message>
    <message>
        <source>{left} and {right}</source>
        <translation>{left} と {right}</translation>
    </message>
    <message>
        <source>{left} or {right}</source>
        <translation>{left} か {right}</translation>
    </message>
    <message>
        <source>{name} is a function; write {name}(...)</source>
        <translation>{name} は関数です。{name}(...) と書いてください</translation>
    </message>
    <message>
        <source>{name} is left out; give it a number to change</source>
        <translation>{name} が指定されていません。変化させるには数を指定してください</translation>
    </message>
    <message>
        <source>{name} is no function; write {name}*(...)</source>
        <translation>{name} は関数ではありません。{name}*(...) と書いてください</translation>
    </message>
    <message>
        <source>{name} is no number that a formula may use</source>
        <translation>{name} は式で使える数ではありません</translation>
    </message>
    <message>
        <source>{name} is no variable; they are x1 to x{most}</source>
        <translation>{name} は変数ではありません。変数は x1 から x{most} です</translation>
    </message>
    <message>
        <source>{name} is not available here, {found}; give cpu or auto</source>
        <translation>{name} はここでは使えません（{found}）。cpu か auto を指定してください</translation>
    </message>
    <message>
        <source>{name} needs the minimum, which {objective} does not tell; give a target, or take final_loss</source>
        <translation>{name} には最小値が必要ですが、{objective} には分かりません。目標値を指定するか、final_loss を使ってください</translation>
    </message>
    <message>
        <source>{name} needs {arguments}</source>
        <translation>{name} に必要なもの：{arguments}</translation>
    </message>
    <message>
        <source>{name} needs {arguments}; {count} given</source>
        <translation>{name} に必要なもの：{arguments}。{count} 個あります</translation>
    </message>
    <message>
        <source>{name} would be {given:g} at step {step}; keep it {allowed}</source>
        <translation>{name} はステップ {step} で {given:g} になります。{allowed}に収めてください</translation>
    </message>
    <message>
        <source>{noun} from {low} to {high}</source>
        <translation>{low} から {high} までの{noun}</translation>
    </message>
    <message>
        <source>{noun} of at least {low}</source>
        <translation>{low} 以上の{noun}</translation>
    </message>
    <message>
        <source>{noun} of at most {high}</source>
        <translation>{high} 以下の{noun}</translation>
    </message>
    <message>
        <source>{objective} cannot be written as a script</source>
        <translation>{objective} はスクリプトにできません</translation>
    </message>
    <message>
        <source>{objective} has no data to draw from; remove it</source>
        <translation>{objective} には抽出するデータがありません。取り除いてください</translation>
    </message>
    <message>
        <source>{objective} with these values</source>
        <translation>この値の {objective}</translation>
    </message>
    <message>
        <source>{optimizer}, {numbers}</source>
        <translation>{optimizer}, {numbers}</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}</source>
        <translation>{path} は使えません：{reason}</translation>
    </message>
    <message>
        <source>{path} failed in step {step}: {problem}</source>
        <translation>{path} はステップ {step} で失敗しました：{problem}</translation>
    </message>
    <message>
        <source>{path} is no optimizer; give a subclass of torch.optim.Optimizer</source>
        <translation>{path} はオプティマイザではありません。torch.optim.Optimizer のサブクラスを指定してください</translation>
    </message>
    <message>
        <source>{path} keeps {name} out of its parameter groups, so it cannot change</source>
        <translation>{path} は {name} をパラメータグループに入れないので、変化させられません</translation>
    </message>
    <message>
        <source>{path} refuses {where}: {words}</source>
        <translation>{path} は{where}を受け付けません：{words}</translation>
    </message>
    <message>
        <source>{run} is not allowed; give 0 to {most}</source>
        <translation>{run} は使えません。0 から {most} を指定してください</translation>
    </message>
    <message>
        <source>{scale!r} is not allowed; give 'linear' or 'log'</source>
        <translation>{scale!r} は使えません。'linear' か 'log' を指定してください</translation>
    </message>
    <message>
        <source>{shown!r} is no import path; give one such as torch.optim.Adam</source>
        <translation>{shown!r} は読み込みのパスではありません。torch.optim.Adam のように書いてください</translation>
    </message>
    <message>
        <source>{text!r} is no axis; give KEY=LO:HI:N, and :log where it goes by factors, such as runs.0.learning_rate=0.001:1:64:log</source>
        <translation>{text!r} は軸ではありません。KEY=LO:HI:N と書き、倍率で進むなら :log を付けてください。例：runs.0.learning_rate=0.001:1:64:log</translation>
    </message>
    <message>
        <source>½ falls like 1/√t.</source>
        <translation>½ なら 1/√t で下がります。</translation>
    </message>
    <message>
        <source>½ xᵀQx + cᵀx + b</source>
        <translation>½ xᵀQx + cᵀx + b</translation>
    </message>
    <message>
        <source>½ xᵀQx + cᵀx + b: the cross term turns the valley, the linear term moves the minimum.</source>
        <translation>½ xᵀQx + cᵀx + b：交差項は谷を回し、1 次の項は極小点を動かします。</translation>
    </message>
    <message>
        <source>½ · mean (Xw + b − y)²; mse: without the ½</source>
        <translation>½ · (Xw + b − y)² の平均。mse では ½ なし</translation>
    </message>
    <message>
        <source>½ · mean ‖W aᵢ − bᵢ‖² over three examples, W of shape 3 × 3</source>
        <translation>½ · ‖W aᵢ − bᵢ‖² の 3 例での平均、W は 3 × 3</translation>
    </message>
    <message>
        <source>Δ ← η⁺ Δ where g keeps its sign, η⁻ Δ where it flips; Δ = η at the start
Δ ← min(max(Δ, Δmin), Δmax)
g ← 0 where it flips
x ← x − Δ sign(g)</source>
        <translation>Δ ← η⁺ Δ（g の符号が同じとき）、η⁻ Δ（変わるとき）、最初は Δ = η
Δ ← min(max(Δ, Δmin), Δmax)
g ← 0（符号が変わるとき）
x ← x − Δ sign(g)</translation>
    </message>
    <message>
        <source>σₜ = σ / √draws: the gradient of u·x, u the mean of so many normal vectors</source>
        <translation>σₜ = σ / √抽出数：u·x の勾配、u はその数の正規乱数ベクトルの平均</translation>
    </message>
    <message>
        <source>σₜ = σ √(2(1−β)/η): momentum becomes θ̈ + λθ̇ = −∇L + √(2λ) σ dW/dt</source>
        <translation>σₜ = σ √(2(1−β)/η)：モーメンタムは θ̈ + λθ̇ = −∇L + √(2λ) σ dW/dt になる</translation>
    </message>
    <message>
        <source>σₜ = σ √(2/η): gradient descent becomes dθ = −∇L dt + √2 σ dW</source>
        <translation>σₜ = σ √(2/η)：勾配降下法は dθ = −∇L dt + √2 σ dW になる</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>&lt;p&gt;A laboratory in which optimizers are balls rolling over an objective.&lt;/p&gt;&lt;p&gt;Free software under the MIT licence.&lt;/p&gt;</source>
        <translation>&lt;p&gt;一间实验室：优化器是在目标函数上滚动的小球。&lt;/p&gt;&lt;p&gt;采用 MIT 许可证的自由软件。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Airfoil self-noise data: Brooks, Pope &amp;amp; Marcolini 1989, &lt;a href='https://archive.ics.uci.edu/dataset/291/airfoil+self+noise'&gt;UCI Machine Learning Repository 291&lt;/a&gt;, CC BY 4.0.&lt;/p&gt;</source>
        <translation>&lt;p&gt;翼型自噪声数据：Brooks, Pope &amp;amp; Marcolini 1989，&lt;a href='https://archive.ics.uci.edu/dataset/291/airfoil+self+noise'&gt;UCI Machine Learning Repository 291&lt;/a&gt;，CC BY 4.0。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Momentum Lab</source>
        <translation>关于 Momentum Lab</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>许可证…</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Momentum Lab</source>
        <translation>关于 Momentum Lab(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add a run</source>
        <translation>添加运行(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Arrows at the balls</source>
        <translation>小球处的箭头(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Descent field</source>
        <translation>下降方向场(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export trajectories…</source>
        <translation>导出轨迹(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>查找操作(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Fit trajectories</source>
        <translation>适应轨迹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>使用指南(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Home view</source>
        <translation>初始视图(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>新建窗口(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>演示模式(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>快捷键(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Smaller type</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Choose airfoil &amp;data…</source>
        <translation>选择翼型数据(&amp;D)…</translation>
    </message>
    <message>
        <source>Copy as Py&amp;Torch</source>
        <translation>复制为 PyTorch 代码(&amp;T)</translation>
    </message>
    <message>
        <source>Export &amp;curves…</source>
        <translation>导出曲线(&amp;C)…</translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation>导出图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Export a&amp;nimation…</source>
        <translation>导出动画(&amp;N)…</translation>
    </message>
    <message>
        <source>Export s&amp;hown steps…</source>
        <translation>导出显示的步(&amp;H)…</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Fl&amp;ow</source>
        <translation>流(&amp;O)</translation>
    </message>
    <message>
        <source>Follow the &amp;ball in 3D</source>
        <translation>在 3D 中跟随小球(&amp;B)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Play from the &amp;start</source>
        <translation>从头播放(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation>前进一步(&amp;F)</translation>
    </message>
    <message>
        <source>Stop computing</source>
        <translation>停止计算</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>到终点</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>到起点</translation>
    </message>
</context>
<context>
    <name>AnimationDialog</name>
    <message>
        <source> frames a second</source>
        <translation> 帧/秒</translation>
    </message>
    <message>
        <source> steps a frame</source>
        <translation> 步/帧</translation>
    </message>
    <message>
        <source>Choose a range with steps in it, and at most {most:,} frames.</source>
        <translation>请选择包含步的范围，并且最多 {most:,} 帧。</translation>
    </message>
    <message>
        <source>Export an animation</source>
        <translation>导出动画</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>GIF, shown everywhere</source>
        <translation>GIF，到处都能显示</translation>
    </message>
    <message>
        <source>Install it with: pip install av</source>
        <translation>安装命令：pip install av</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>MP4 needs the package av (PyAV). Install it with: pip install av</source>
        <translation>MP4 需要 av 包（PyAV）。安装命令：pip install av</translation>
    </message>
    <message>
        <source>MP4, needs the package av (PyAV)</source>
        <translation>MP4，需要 av 包（PyAV）</translation>
    </message>
    <message>
        <source>MP4, smallest</source>
        <translation>MP4，文件最小</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>WebP, all colours</source>
        <translation>WebP，全部颜色</translation>
    </message>
    <message>
        <source>each step a frame</source>
        <translation>每步一帧</translation>
    </message>
    <message>
        <source>{frames:,} frames, {seconds:.1f} s, then over again.</source>
        <translation>{frames:,} 帧，{seconds:.1f} 秒，然后循环。</translation>
    </message>
</context>
<context>
    <name>Annotations</name>
    <message>
        <source>Height is f</source>
        <translation>高度为 f</translation>
    </message>
    <message>
        <source>Height is log(1 + {above} / {softening})</source>
        <translation>高度为 log(1 + {above} / {softening})</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
    <message>
        <source>diverged at step {step}</source>
        <translation>在第 {step} 步发散</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>Work is not backed up: {why}</source>
        <translation>无法备份当前工作：{why}</translation>
    </message>
</context>
<context>
    <name>AveragesStudy</name>
    <message>
        <source>This run is switched off; tick it to compute it.</source>
        <translation>这个运行已关闭；勾选后才会计算。</translation>
    </message>
    <message>
        <source>{optimizer} keeps no running sum of gradients alone; choose a run with momentum.</source>
        <translation>{optimizer} 没有单独的梯度累积和；请选择带动量的运行。</translation>
    </message>
</context>
<context>
    <name>AveragesView</name>
    <message>
        <source>1/(1 − β): how many past gradients count</source>
        <translation>1/(1 − β)：相当于过去多少个梯度</translation>
    </message>
    <message>
        <source>Coordinate</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Coordinate whose gradients are drawn</source>
        <translation>画出哪个坐标的梯度</translation>
    </message>
    <message>
        <source>Effective step: how far a slope of 1 that never changes moves</source>
        <translation>有效步长：坡度恒为 1 时移动的距离</translation>
    </message>
    <message>
        <source>Momentum: the share of the velocity kept each step</source>
        <translation>动量：速度每步保留的比例</translation>
    </message>
    <message>
        <source>Sum of the weights drawn</source>
        <translation>所画权重之和</translation>
    </message>
    <message>
        <source>Sums of the weights</source>
        <translation>权重之和</translation>
    </message>
    <message>
        <source>Weight × gradient of each past step (outlines: the gradients); they add up to the velocity</source>
        <translation>过去每一步的权重 × 梯度（轮廓为梯度）；相加即为速度</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>steps ago</source>
        <translation>多少步之前</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>和</translation>
    </message>
    <message>
        <source>Σ {total}; {name} {measured}</source>
        <translation>Σ {total}；{name} {measured}</translation>
    </message>
</context>
<context>
    <name>BatchSection</name>
    <message>
        <source>How minibatches are drawn: all examples in a new order each epoch, or any example at any time.</source>
        <translation>小批量如何抽取：每轮以新的顺序遍历全部样本，或随时抽取任意样本。</translation>
    </message>
    <message>
        <source>Take each gradient on a part of the data</source>
        <translation>用一部分数据计算每个梯度</translation>
    </message>
    <message>
        <source>minibatches</source>
        <translation>小批量</translation>
    </message>
</context>
<context>
    <name>BathControls</name>
    <message>
        <source>&lt;p&gt;Langevin: gradient descent with noise. Kramers: a ball with mass and friction, which is momentum with noise. Both end in the same density.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Langevin：带噪声的梯度下降。Kramers：有质量和摩擦的小球，即带噪声的动量。两者最终达到同样的密度。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Where the balls are released: all at the start point of the experiment, or drawn from the stationary density, to stay there.&lt;/p&gt;</source>
        <translation>&lt;p&gt;小球从哪里释放：都在实验的起点，或取自平稳密度并留在其中。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Equation</source>
        <translation>方程</translation>
    </message>
    <message>
        <source>Kramers: with friction</source>
        <translation type="vanished">Kramers：有摩擦</translation>
    </message>
    <message>
        <source>Langevin: no inertia</source>
        <translation type="vanished">Langevin：无惯性</translation>
    </message>
    <message>
        <source>Let time pass</source>
        <translation>让时间流逝</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>快慢</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Release the balls anew</source>
        <translation>重新释放小球</translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation>噪声的随机种子</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Time that passes in a second, as far as the computer keeps up</source>
        <translation>每秒流逝的时间，以电脑跟得上为限</translation>
    </message>
    <message>
        <source>balls</source>
        <translation>小球</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>from the density</source>
        <translation type="vanished">取自密度</translation>
    </message>
    <message>
        <source>from the start</source>
        <translation type="vanished">从起点</translation>
    </message>
    <message>
        <source>one point</source>
        <translation>一个点</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Go to a step</source>
        <translation>转到某一步</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>Move the landscape</source>
        <translation>移动地形图</translation>
    </message>
    <message>
        <source>Move the start</source>
        <translation>移动起点</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Zoom the landscape</source>
        <translation>缩放地形图</translation>
    </message>
    <message>
        <source>click a curve or the bar</source>
        <translation>点击曲线或进度条</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>drag it, or double-click</source>
        <translation>拖动它，或双击</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>滚轮</translation>
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
        <translation>搜索操作</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>输入想做的事</translation>
    </message>
</context>
<context>
    <name>ContributionBars</name>
    <message>
        <source>eigenvalue λ</source>
        <translation>特征值 λ</translation>
    </message>
</context>
<context>
    <name>ConventionButton</name>
    <message>
        <source>Express as accumulated</source>
        <translation>写成累积形式</translation>
    </message>
    <message>
        <source>Express as another convention</source>
        <translation>换一种约定书写</translation>
    </message>
    <message>
        <source>Express as averaged</source>
        <translation>写成平均形式</translation>
    </message>
    <message>
        <source>Express as displacement</source>
        <translation>写成位移形式</translation>
    </message>
    <message>
        <source>Express the same trajectory in another convention of momentum</source>
        <translation>把同一条轨迹用另一种动量约定来书写</translation>
    </message>
</context>
<context>
    <name>CoursesPanel</name>
    <message>
        <source>All courses</source>
        <translation>全部课程</translation>
    </message>
    <message>
        <source>Back to the list of courses; your place is kept</source>
        <translation>返回课程列表；会记住您学到的位置</translation>
    </message>
    <message>
        <source>Back to the previous preset of the course</source>
        <translation>回到课程的上一个预设</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Decide first what you expect, then play, then look</source>
        <translation>先想好会怎样，再播放，再看答案</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一站</translation>
    </message>
    <message>
        <source>On to the next preset of the course</source>
        <translation>前往课程的下一个预设</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Open this preset again</source>
        <translation type="vanished">重新打开这个预设</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一站</translation>
    </message>
    <message>
        <source>Put the experiment back to the way the course shows it</source>
        <translation>把实验恢复成课程展示的样子</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>显示答案</translation>
    </message>
    <message>
        <source>Stop {place} of {count}</source>
        <translation>第 {place} 站，共 {count} 站</translation>
    </message>
</context>
<context>
    <name>CurveBar</name>
    <message>
        <source>Band</source>
        <translation>带状图</translation>
    </message>
    <message>
        <source>Log x</source>
        <translation>x 对数</translation>
    </message>
    <message>
        <source>Log y</source>
        <translation>y 对数</translation>
    </message>
    <message>
        <source>Logarithmic axis of steps, from step 1 on</source>
        <translation>步数用对数轴，从第 1 步开始</translation>
    </message>
    <message>
        <source>Logarithmic axis; values that are not positive are left out</source>
        <translation>对数轴；不是正数的值不画</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Runs of one label as their median and the band from the 10 % to 90 % quantile</source>
        <translation>把标签相同的运行画成中位数，以及 10 % 到 90 % 分位数之间的带</translation>
    </message>
    <message>
        <source>What is plotted against the step</source>
        <translation>随步数画出的量</translation>
    </message>
    <message>
        <source>all coordinates</source>
        <translation>全部坐标</translation>
    </message>
    <message>
        <source>all coordinates of {run}</source>
        <translation>{run} 的全部坐标</translation>
    </message>
    <message>
        <source>displacement</source>
        <translation>位移</translation>
    </message>
    <message>
        <source>distance to the nearest minimum</source>
        <translation>到最近极小点的距离</translation>
    </message>
    <message>
        <source>gap to the minimum</source>
        <translation>与最小值的差</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>published: {value}</source>
        <translation>文献值：{value}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step {step}: {value}</source>
        <translation>第 {step} 步：{value}</translation>
    </message>
    <message>
        <source>{label}, median of {count}</source>
        <translation>{label}，{count} 个的中位数</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Close the panel; View brings it back</source>
        <translation>关闭面板；可从“视图”菜单找回</translation>
    </message>
    <message>
        <source>Set the panel free, or put it back</source>
        <translation>让面板浮动，或放回原处</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Allow</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Choose the airfoil data file</source>
        <translation>选择翼型数据文件</translation>
    </message>
    <message>
        <source>Export steps {first} to {last}</source>
        <translation>导出第 {first} 到 {last} 步</translation>
    </message>
    <message>
        <source>Export trajectories</source>
        <translation>导出轨迹</translation>
    </message>
    <message>
        <source>It is not part of Momentum Lab. Importing it runs its code, which can do all that you can do on this computer. Allow it only if you trust where it is from.</source>
        <translation>它不是 Momentum Lab 的一部分。导入它会运行其中的代码，而这些代码能在这台电脑上做您能做的一切。只有信任其来源时才允许。</translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Run code of others?</source>
        <translation>运行他人的代码？</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Save the experiment?</source>
        <translation>保存实验吗？</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>已保存 {path}</translation>
    </message>
    <message>
        <source>The airfoil data is kept for the next time too.</source>
        <translation>翼型数据已保留，下次也可使用。</translation>
    </message>
    <message>
        <source>The experiment has changes that are not saved.</source>
        <translation>实验有尚未保存的更改。</translation>
    </message>
    <message>
        <source>These have changes that are not saved: {names}.</source>
        <translation>以下实验有未保存的更改：{names}。</translation>
    </message>
    <message>
        <source>This experiment uses the optimizer {path}.</source>
        <translation>这个实验使用优化器 {path}。</translation>
    </message>
    <message>
        <source>{file} was not opened: it needs {path}, which is not allowed.</source>
        <translation>没有打开 {file}：它需要 {path}，而这未被允许。</translation>
    </message>
</context>
<context>
    <name>EigenvaluesStudy</name>
    <message>
        <source>A schedule changes R: it is that of the cursor's step.</source>
        <translation>调度会改变 R：这里是光标所在步的 R。</translation>
    </message>
    <message>
        <source>Noisy gradients: the theory is that of the mean, no rate is fitted.</source>
        <translation>梯度有噪声：理论描述的是平均值，不作速率拟合。</translation>
    </message>
    <message>
        <source>Not quadratic: the theory holds close to the minimum.</source>
        <translation>不是二次函数：理论在极小点附近成立。</translation>
    </message>
    <message>
        <source>This objective has no Hessian in closed form here; choose one with a formula, such as the ill-conditioned bowl.</source>
        <translation>这个目标函数在这里没有闭式的 Hessian 矩阵；请选择有公式的，例如病态的碗。</translation>
    </message>
    <message>
        <source>This run is switched off.</source>
        <translation>这个运行已关闭。</translation>
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
        <translation>虚线：√β = {radius}，振荡的重球法的根所在。</translation>
    </message>
    <message>
        <source>Eigenvalue of the Hessian: a curvature</source>
        <translation>Hessian 矩阵的特征值：一个曲率</translation>
    </message>
    <message>
        <source>Eigenvalues</source>
        <translation>特征值</translation>
    </message>
    <message>
        <source>Fitted to the run: by linear prediction on its end</source>
        <translation>由运行拟合：对其末段作线性预测</translation>
    </message>
    <message>
        <source>Give the run the rate and momentum that are best here</source>
        <translation>把此处最佳的学习率和动量交给运行</translation>
    </message>
    <message>
        <source>Place of the Hessian</source>
        <translation>Hessian 矩阵取自何处</translation>
    </message>
    <message>
        <source>Predicted: largest modulus of the eigenvalues of R</source>
        <translation>预测：R 的特征值的最大模</translation>
    </message>
    <message>
        <source>R carries [{state}] from one step to the next; errors shrink inside the circle.</source>
        <translation>R 把 [{state}] 从一步带到下一步；圆内的误差会缩小。</translation>
    </message>
    <message>
        <source>Rate {rate} predicted, {fitted} fitted</source>
        <translation>预测速率 {rate}，拟合 {fitted}</translation>
    </message>
    <message>
        <source>Set {values}: of all choices the largest rate over the spectrum is the smallest, {rate}.</source>
        <translation>设为 {values}：在所有选择中，谱上的最大速率最小，为 {rate}。</translation>
    </message>
    <message>
        <source>The closed form agrees to {error}</source>
        <translation>与闭式解相差 {error}</translation>
    </message>
    <message>
        <source>Use optimal parameters</source>
        <translation>使用最优参数</translation>
    </message>
    <message>
        <source>What the ball does along this eigenvector</source>
        <translation>小球沿这个特征向量的行为</translation>
    </message>
    <message>
        <source>Where the Hessian, the matrix of curvatures, is taken</source>
        <translation>Hessian 矩阵（曲率矩阵）取自何处</translation>
    </message>
    <message>
        <source>at the cursor</source>
        <translation>在光标处</translation>
    </message>
    <message>
        <source>at the minimum</source>
        <translation>在极小点处</translation>
    </message>
    <message>
        <source>fitted</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>regime</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>½λz² at step {step}</source>
        <translation>第 {step} 步的 ½λz²</translation>
    </message>
    <message>
        <source>½λz² at step {step}; open bars: theory</source>
        <translation>第 {step} 步的 ½λz²；空心条：理论</translation>
    </message>
    <message>
        <source>½λz²: what each eigenvector adds to the loss. Full: measured at the cursor; open: by the closed form; grey: at the start</source>
        <translation>½λz²：每个特征向量对损失的贡献。实心：光标处实测；空心：闭式解；灰色：起点</translation>
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
        <translation>摩擦每秒消耗 λ‖θ′‖²。学习率变化处，运行的速度会跳变，能量也随之跳变。</translation>
    </message>
    <message>
        <source>Friction {friction:.3g} takes λ‖θ′‖² a second; the ball settles when too little is left to cross a hill.</source>
        <translation>摩擦 {friction:.3g} 每秒消耗 λ‖θ′‖²；剩下的能量不足以越过山丘时，小球就安定下来。</translation>
    </message>
    <message>
        <source>Gradient descent has no mass and so no kinetic energy: it never has the speed to climb a hill. L falls at the rate ‖∇L‖².</source>
        <translation>梯度下降没有质量，也就没有动能：它永远没有爬上山丘的速度。L 以 ‖∇L‖² 的速率下降。</translation>
    </message>
    <message>
        <source>Noise and minibatches kick the ball: its energy need not fall.</source>
        <translation>噪声和小批量会踢动小球：它的能量不一定下降。</translation>
    </message>
    <message>
        <source>Only every {stride}th step is recorded, too few for velocities: the flow alone is shown. Take fewer steps.</source>
        <translation>每 {stride} 步才记录一步，不足以算出速度：只显示流。请减少步数。</translation>
    </message>
    <message>
        <source>Without friction the ball never settles. Its energy wavers with the size of the steps, but does not drift.</source>
        <translation>没有摩擦，小球永不停下。它的能量随步长而波动，但不会漂移。</translation>
    </message>
    <message>
        <source>{optimizer} is no ball with friction, so there is no energy to show. Choose gradient descent or momentum.</source>
        <translation>{optimizer} 不是有摩擦的小球，没有能量可以显示。请选择梯度下降或动量。</translation>
    </message>
</context>
<context>
    <name>EnergyView</name>
    <message>
        <source>Coordinate</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Energy by time:</source>
        <translation>能量与时间：</translation>
    </message>
    <message>
        <source>Kinetic energy ½‖θ′‖², potential energy L, their total, and what friction took. Full lines are the run, dashed ones its flow. Total and dissipated together stay what they were at the start, but for the size of the steps.</source>
        <translation>动能 ½‖θ′‖²、势能 L、两者之和，以及摩擦消耗的能量。实线是运行，虚线是它的流。总能量与耗散之和保持起初的值，偏差只来自步长。</translation>
    </message>
    <message>
        <source>Velocity by position</source>
        <translation>速度与位置</translation>
    </message>
    <message>
        <source>Velocity over position. Without friction a motion goes round and round, with friction it spirals into a well.</source>
        <translation>以位置为横轴的速度。没有摩擦时运动一圈又一圈，有摩擦时螺旋落入势阱。</translation>
    </message>
    <message>
        <source>Whose position and velocity are shown</source>
        <translation>显示哪个坐标的位置和速度</translation>
    </message>
    <message>
        <source>dissipated</source>
        <translation>耗散</translation>
    </message>
    <message>
        <source>kinetic</source>
        <translation>动能</translation>
    </message>
    <message>
        <source>potential</source>
        <translation>势能</translation>
    </message>
    <message>
        <source>total</source>
        <translation>总能量</translation>
    </message>
</context>
<context>
    <name>EnsemblePlot</name>
    <message>
        <source>Bars: where the balls are. Line: the stationary density exp(−L/σ²)/Z, to which they tend. Dotted: the objective, to no scale.</source>
        <translation>条形：小球所在。线：它们趋向的平稳密度 exp(−L/σ²)/Z。点线：目标函数，不按比例。</translation>
    </message>
    <message>
        <source>Colour: where the balls are. Lines: inside of them lie 50, 90 and 99 % of the stationary density exp(−L/σ²)/Z, to which they tend.</source>
        <translation>颜色：小球所在。线：其内含有 50、90 和 99 % 的平稳密度 exp(−L/σ²)/Z，小球趋向于它。</translation>
    </message>
    <message>
        <source>Points: the variance of the balls along each eigenvector of the Hessian. Line: what these steps settle at. Dashed: σ²/λ, the limit of small steps.</source>
        <translation>点：小球沿 Hessian 矩阵各特征向量的方差。线：这种步长最终稳定下来的方差。虚线：小步长的极限 σ²/λ。</translation>
    </message>
    <message>
        <source>balls</source>
        <translation>小球</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>eigenvalue</source>
        <translation>特征值</translation>
    </message>
    <message>
        <source>exact for this step</source>
        <translation>此步长的精确值</translation>
    </message>
    <message>
        <source>limit of small steps</source>
        <translation>小步长的极限</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>目标函数</translation>
    </message>
    <message>
        <source>stationary density</source>
        <translation>平稳密度</translation>
    </message>
    <message>
        <source>stationary: {shares} % inside</source>
        <translation>平稳：{shares} % 在内</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>方差</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>A PyTorch script of the experiment is on the clipboard.</source>
        <translation>实验的 PyTorch 脚本已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Export a figure</source>
        <translation>导出图形</translation>
    </message>
    <message>
        <source>Export the animation</source>
        <translation>导出动画</translation>
    </message>
    <message>
        <source>Exported {path}</source>
        <translation>已导出 {path}</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>Export a figure</source>
        <translation>导出图形</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>PDF, lines and text</source>
        <translation>PDF，线条和文字</translation>
    </message>
    <message>
        <source>PNG, a picture</source>
        <translation>PNG，图片</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>SVG, lines and text</source>
        <translation>SVG，线条和文字</translation>
    </message>
    <message>
        <source>Sharp at any size; type as large as in the window.</source>
        <translation>任何尺寸都清晰；文字与窗口中一样大。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>{dpi} dpi</source>
        <translation>{dpi} dpi</translation>
    </message>
    <message>
        <source>{width:,} × {height:,} pixels are too many.</source>
        <translation>{width:,} × {height:,} 像素太多了。</translation>
    </message>
    <message>
        <source>{width:,} × {height:,} pixels; type as large as in the window.</source>
        <translation>{width:,} × {height:,} 像素；文字与窗口中一样大。</translation>
    </message>
</context>
<context>
    <name>FlowStudy</name>
    <message>
        <source>Following the flow…</source>
        <translation>正在跟随流…</translation>
    </message>
    <message>
        <source>From v₀ = 0 leapfrog is released half a step early, which costs an order; from v₀ = −∇L/(1 + β) it starts at rest.</source>
        <translation>从 v₀ = 0 出发，蛙跳法早释放了半步，这要损失一阶；从 v₀ = −∇L/(1 + β) 出发则从静止开始。</translation>
    </message>
    <message>
        <source>Gradient descent is Euler’s method on the flow: order 1.</source>
        <translation>梯度下降是流的欧拉法：1 阶。</translation>
    </message>
    <message>
        <source>The flow is shown up to step {step}: beyond, it would take too many evaluations. A smaller time step or fewer steps help.</source>
        <translation>流显示到第 {step} 步：再往后需要太多次求值。减小时间步长或减少步数会有帮助。</translation>
    </message>
    <message>
        <source>The flow knows neither noise nor minibatches.</source>
        <translation>流既不考虑噪声，也不考虑小批量。</translation>
    </message>
    <message>
        <source>The flow leaves all bounds after step {step}.</source>
        <translation>第 {step} 步之后，流越出一切界限。</translation>
    </message>
    <message>
        <source>The slope that is read ahead is a difference of order 1.</source>
        <translation>前瞻读取的坡度带来 1 阶的差别。</translation>
    </message>
    <message>
        <source>Where the learning rate changes, the run’s velocity jumps; the flow’s not.</source>
        <translation>学习率变化处，运行的速度会跳变，流的速度不会。</translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>Distance from the flow</source>
        <translation>与流的距离</translation>
    </message>
    <message>
        <source>Distance from the flow, by time</source>
        <translation type="vanished">与流的距离随时间的变化</translation>
    </message>
    <message>
        <source>Euler</source>
        <translation>欧拉法</translation>
    </message>
    <message>
        <source>Largest distance from the flow over the first steps of the run: with its own time step, at the right, with half of it, and so on. At order 1 half the step makes half the distance, at order 2 a quarter.</source>
        <translation>运行最初几步与流的最大距离：最右边用它自己的时间步长，然后减半，依此类推。1 阶时步长减半距离减半，2 阶时变为四分之一。</translation>
    </message>
    <message>
        <source>Order in the time step:</source>
        <translation>时间步长的阶数：</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>none yet ({start})</source>
        <translation>尚无（{start}）</translation>
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
        <translation>（起点处的值；调度会改变它们）</translation>
    </message>
    <message>
        <source>A ball with friction: θ″ + λθ′ = −∇L.</source>
        <translation>有摩擦的小球：θ″ + λθ′ = −∇L。</translation>
    </message>
    <message>
        <source>A ball with friction: θ″ + λθ′ = −∇L. Reading the slope ahead acts like more friction.</source>
        <translation>有摩擦的小球：θ″ + λθ′ = −∇L。前瞻读取坡度相当于更大的摩擦。</translation>
    </message>
    <message>
        <source>Gradient descent follows the gradient flow θ′ = −∇L, a ball without mass. A step takes as much time as the learning rate says.</source>
        <translation type="vanished">梯度下降跟随梯度流 θ′ = −∇L，即没有质量的小球。一步所用的时间等于学习率。</translation>
    </message>
    <message>
        <source>Momentum is a ball with friction λ, θ″ + λθ′ = −∇L, seen every time step γ.</source>
        <translation type="vanished">动量是摩擦为 λ 的小球，θ″ + λθ′ = −∇L，每隔时间步长 γ 看一次。</translation>
    </message>
    <message>
        <source>Nesterov’s method nears the same ball, θ″ + λθ′ = −∇L, as steps get small. Reading the slope ahead acts like more friction.</source>
        <translation type="vanished">步长变小时，Nesterov 方法趋近同一个小球，θ″ + λθ′ = −∇L。前瞻读取坡度相当于更大的摩擦。</translation>
    </message>
    <message>
        <source>The gradient flow θ′ = −∇L, a ball without mass. Its time step is the learning rate.</source>
        <translation>梯度流 θ′ = −∇L，即没有质量的小球。它的时间步长就是学习率。</translation>
    </message>
    <message>
        <source>With weight decay, dampening or ascent, {optimizer} is no plain ball. Set them to 0 to see its flow.</source>
        <translation>有权重衰减、抑制或最大化时，{optimizer} 不是普通的小球。把它们设为 0 才能看到它的流。</translation>
    </message>
    <message>
        <source>learning rate {rate:.6g}</source>
        <translation>学习率 {rate:.6g}</translation>
    </message>
    <message>
        <source>learning rate η = γ = {rate:.6g}</source>
        <translation>学习率 η = γ = {rate:.6g}</translation>
    </message>
    <message>
        <source>momentum {momentum:.6g}</source>
        <translation>动量 {momentum:.6g}</translation>
    </message>
    <message>
        <source>{optimizer} has no flow here: its steps are neither those of gradient descent nor of a ball with friction. Choose gradient descent or momentum.</source>
        <translation>{optimizer} 在这里没有流：它的步既不是梯度下降的，也不是有摩擦的小球的。请选择梯度下降或动量。</translation>
    </message>
    <message>
        <source>{optimizer} with momentum 1 never moves. Choose a smaller momentum.</source>
        <translation>动量为 1 的 {optimizer} 永远不动。请选择较小的动量。</translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message>
        <source>No preset matches “{0}”.</source>
        <translation>没有与“{0}”匹配的预设。</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation>搜索预设</translation>
    </message>
    <message>
        <source>There are no presets.</source>
        <translation>没有预设。</translation>
    </message>
    <message>
        <source>Words of a title, a summary or a family; Enter opens</source>
        <translation>标题、简介或系列中的词；按回车打开</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Momentum Lab guide</source>
        <translation>Momentum Lab 指南</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>指南页面</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>指南目录</translation>
    </message>
</context>
<context>
    <name>InspectorView</name>
    <message>
        <source>Arithmetic of the step</source>
        <translation>这一步的算式</translation>
    </message>
    <message>
        <source>Coordinate</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the whole step as text</source>
        <translation>把整个步骤复制为文本</translation>
    </message>
    <message>
        <source>Significant digits</source>
        <translation>有效数字</translation>
    </message>
    <message>
        <source>The coordinate whose numbers are shown</source>
        <translation>显示哪个坐标的数值</translation>
    </message>
    <message>
        <source>all digits</source>
        <translation>全部数字</translation>
    </message>
    <message>
        <source>because {reason}</source>
        <translation>因为 {reason}</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>{count} digits</source>
        <translation>{count} 位</translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>Something failed that should not have. What is open is still there.</source>
        <translation>发生了不该发生的错误。打开的内容仍在。</translation>
    </message>
    <message>
        <source>The log is {file}.</source>
        <translation>日志在 {file}。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly. Nothing was open that is not saved.</source>
        <translation>程序上次意外退出。没有未保存的内容。</translation>
    </message>
    <message>
        <source>The settings cannot be kept: their file cannot be written.</source>
        <translation>设置无法保存：不能写入设置文件。</translation>
    </message>
    <message>
        <source>The settings were damaged. They are now as at first; see {file}.</source>
        <translation>设置已损坏，现已恢复为初始值；请看 {file}。</translation>
    </message>
</context>
<context>
    <name>Landscape</name>
    <message>
        <source>PC 1 ({percent:.0f} % of the motion)</source>
        <translation>主成分 1（占运动的 {percent:.0f} %）</translation>
    </message>
    <message>
        <source>PC 2 ({percent:.0f} %)</source>
        <translation>主成分 2（{percent:.0f} %）</translation>
    </message>
    <message>
        <source>{name} (curvature {curvature:.3g}, {percent:.0f} % of the motion)</source>
        <translation>{name}（曲率 {curvature:.3g}，占运动的 {percent:.0f} %）</translation>
    </message>
    <message>
        <source>{name} ({percent:.0f} % of the motion)</source>
        <translation>{name}（占运动的 {percent:.0f} %）</translation>
    </message>
</context>
<context>
    <name>LandscapeTools</name>
    <message>
        <source>Arrows at the balls: the last step (full) and the steepest descent (dashed)</source>
        <translation>小球处的箭头：上一步（实线）和最速下降方向（虚线）</translation>
    </message>
    <message>
        <source>Balanced levels</source>
        <translation>均衡等级</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colours from low to high</source>
        <translation>从低到高的颜色</translation>
    </message>
    <message>
        <source>Colours of the theme</source>
        <translation>主题颜色</translation>
    </message>
    <message>
        <source>Contour levels</source>
        <translation>等高线的等级</translation>
    </message>
    <message>
        <source>Descent field: the way down, everywhere</source>
        <translation>下降方向场：各处的下坡方向</translation>
    </message>
    <message>
        <source>Flow: where each run would go in tiny steps</source>
        <translation>流：步子极小时每个运行会走的路</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>How much of the trails is drawn</source>
        <translation>画出多长的轨迹</translation>
    </message>
    <message>
        <source>Last 10 steps</source>
        <translation>最近 10 步</translation>
    </message>
    <message>
        <source>Last 50 steps</source>
        <translation>最近 50 步</translation>
    </message>
    <message>
        <source>Linear levels</source>
        <translation>线性等级</translation>
    </message>
    <message>
        <source>Logarithmic levels</source>
        <translation>对数等级</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Most and least curvature</source>
        <translation>曲率最大和最小的方向</translation>
    </message>
    <message>
        <source>Next step: rings where the balls go</source>
        <translation>下一步：小球将到之处的圆环</translation>
    </message>
    <message>
        <source>No trails</source>
        <translation>不画轨迹</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Plane through the coordinates that is shown</source>
        <translation>显示经过哪些坐标的平面</translation>
    </message>
    <message>
        <source>Principal directions</source>
        <translation>主方向</translation>
    </message>
    <message>
        <source>Trails</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>What is drawn, and how</source>
        <translation>画些什么，怎么画</translation>
    </message>
    <message>
        <source>Where contour lines lie: balanced shows every part of the landscape, linear shows steepness by their distance, logarithmic shows the floor of a valley</source>
        <translation>等高线画在何处：均衡能看清地形的每个部分，线性用间距表现陡峭程度，对数能看清谷底</translation>
    </message>
    <message>
        <source>Whole trails</source>
        <translation>完整轨迹</translation>
    </message>
</context>
<context>
    <name>LandscapeView</name>
    <message>
        <source>diverged at step {step}</source>
        <translation>在第 {step} 步发散</translation>
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
        <translation>课程</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>地形图</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标函数</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>LeftWork</name>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Your changes to “{title}” are not saved.</source>
        <translation>对“{title}”的更改尚未保存。</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Parts by others</source>
        <translation>他人的组成部分</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证文本</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The program ended unexpectedly. Here is the experiment that was open.</source>
        <translation>程序上次意外退出。这是当时打开的实验。</translation>
    </message>
    <message>
        <source>The session was ended. Here is the experiment that was not saved.</source>
        <translation>会话已结束。这是当时尚未保存的实验。</translation>
    </message>
</context>
<context>
    <name>MapBar</name>
    <message>
        <source>A colour means the same in each map</source>
        <translation>同一颜色在各图谱中意义相同</translation>
    </message>
    <message>
        <source>All runs side by side</source>
        <translation>所有运行并排</translation>
    </message>
    <message>
        <source>Back to the whole range; the wheel zooms into it</source>
        <translation>回到整个范围；滚轮可放大其中一处</translation>
    </message>
    <message>
        <source>Cells along an axis</source>
        <translation>每个轴的格子数</translation>
    </message>
    <message>
        <source>Compute no more cells; those that are done stay</source>
        <translation type="vanished">不再计算更多格子；算完的保留</translation>
    </message>
    <message>
        <source>Export map…</source>
        <translation>导出图谱…</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>How fine the map is, what is drawn over it, and export</source>
        <translation>图谱的精细程度、叠加的内容和导出</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Needs a minimum, and this objective does not tell where one is</source>
        <translation>需要最小值，而这个目标函数没有给出最小值的位置</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="vanished">停止</translation>
    </message>
    <message>
        <source>The boundary of stability, and lines of equal rate</source>
        <translation>稳定性的边界，以及相同速率的线</translation>
    </message>
    <message>
        <source>Theory over quadratics</source>
        <translation>二次函数的理论</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>What the colours show</source>
        <translation>颜色表示什么</translation>
    </message>
    <message>
        <source>What varies from below to above</source>
        <translation>从下到上变化的量</translation>
    </message>
    <message>
        <source>What varies from left to right</source>
        <translation>从左到右变化的量</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>整体</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>Map</source>
        <translation>图谱</translation>
    </message>
</context>
<context>
    <name>MapStudy</name>
    <message>
        <source>Added as run {number}; {keys} takes it back.</source>
        <translation>已添加为第 {number} 个运行；{keys} 可撤销。</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>导出图谱</translation>
    </message>
    <message>
        <source>Exported {path}</source>
        <translation>已导出 {path}</translation>
    </message>
    <message>
        <source>Table (*.csv *.parquet);;Picture (*.png)</source>
        <translation>表格 (*.csv *.parquet);;图片 (*.png)</translation>
    </message>
    <message>
        <source>The experiment has these values now; {keys} takes it back.</source>
        <translation>实验现在采用这些值；{keys} 可撤销。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>尚未计算</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Cells computed</source>
        <translation>已算出的格子</translation>
    </message>
    <message>
        <source>Compute no more cells; those that are done stay</source>
        <translation>不再计算更多格子；算完的保留</translation>
    </message>
    <message>
        <source>Each cell is a run. Point at one to see it; click to add it.</source>
        <translation type="vanished">每个格子都是一个运行。指向它可以查看；点击可以添加。</translation>
    </message>
    <message>
        <source>Each cell is a run. Point at one, or use the arrow keys; a click or Return adds it.</source>
        <translation>每个格子都是一次运行。用鼠标指向或用方向键选择；单击或按回车键即可添加。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped after {done} of {cells} runs</source>
        <translation>已停止：完成 {done} / {cells} 个运行</translation>
    </message>
    <message>
        <source>{cells} runs in {seconds} s</source>
        <translation>{cells} 个运行，用时 {seconds} 秒</translation>
    </message>
    <message>
        <source>{done} of {cells} runs</source>
        <translation>{done} / {cells} 个运行</translation>
    </message>
    <message>
        <source>{done} of {cells} runs, about {left} s more</source>
        <translation>{done} / {cells} 个运行，还需约 {left} 秒</translation>
    </message>
    <message>
        <source>{done} of {cells} runs, {seconds} s</source>
        <translation type="vanished">{cells} 个运行中的 {done} 个，{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Copy a report that can be pasted into a bug report</source>
        <translation>复制一份可贴到错误报告中的说明</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>NoiseSection</name>
    <message>
        <source>Add noise to each gradient that a step sees</source>
        <translation>给每一步所用的梯度加上噪声</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
</context>
<context>
    <name>NoiseStudy</name>
    <message>
        <source>Beyond {most} coordinates, balls are followed on quadratics only: choose one, or an objective with fewer coordinates.</source>
        <translation>超过 {most} 个坐标时，只能在二次函数上跟踪小球：请选择二次函数，或坐标较少的目标函数。</translation>
    </message>
</context>
<context>
    <name>NumberAxis</name>
    <message>
        <source>{name} in {unit}</source>
        <translation>{name}（单位：{unit}）</translation>
    </message>
</context>
<context>
    <name>ObjectivePanel</name>
    <message>
        <source>Back to the objective's own start</source>
        <translation>恢复目标函数自己的起点</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标函数</translation>
    </message>
    <message>
        <source>Precision of every number.</source>
        <translation>每个数的精度。</translation>
    </message>
    <message>
        <source>The objective's own start</source>
        <translation>目标函数自己的起点</translation>
    </message>
    <message>
        <source>Where all runs begin: one number for each coordinate.</source>
        <translation>所有运行的出发点：每个坐标一个数。</translation>
    </message>
    <message>
        <source>Where it is computed; auto takes what is faster for so many runs.</source>
        <translation>在哪里计算；auto 会按运行的数量选择更快的设备。</translation>
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
        <translation>特征值</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>图谱</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>竞赛</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>稳定性</translation>
    </message>
</context>
<context>
    <name>ParameterRow</name>
    <message>
        <source>Allowed: {0}.</source>
        <translation>允许范围：{0}。</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Chinese: install a font first, such as fonts-noto-cjk</source>
        <translation>Chinese: install a font first, such as fonts-noto-cjk</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Japanese: install a font first, such as fonts-noto-cjk</source>
        <translation>Japanese: install a font first, such as fonts-noto-cjk</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation>文字大小</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Exported {path}</source>
        <translation>已导出 {path}</translation>
    </message>
    <message>
        <source>The trajectories are not complete yet; export them when they are.</source>
        <translation>轨迹尚未算完；请在完成后导出。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Its loss, {steps} steps, log scale</source>
        <translation>它的损失，{steps} 步，对数刻度</translation>
    </message>
    <message>
        <source>Its path, {steps} steps</source>
        <translation>它的路径，{steps} 步</translation>
    </message>
</context>
<context>
    <name>RaceBar</name>
    <message>
        <source>End the race without a result</source>
        <translation>结束竞赛，不出结果</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>From how many fresh starts the best values are run, the same for all</source>
        <translation>用最佳值从多少个新起点运行，对所有方法都相同</translation>
    </message>
    <message>
        <source>Give every run the best values that were found for it</source>
        <translation>让每个运行采用为它找到的最佳值</translation>
    </message>
    <message>
        <source>How many values every optimizer may try: learning rates, momenta with them</source>
        <translation>每个优化器可以尝试多少组值：学习率以及相应的动量</translation>
    </message>
    <message>
        <source>Let the enabled runs compete, in the background</source>
        <translation>让已启用的运行在后台竞赛</translation>
    </message>
    <message>
        <source>Share of the race that is over</source>
        <translation>竞赛已完成的比例</translation>
    </message>
    <message>
        <source>Start race</source>
        <translation>开始竞赛</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Use values</source>
        <translation>采用这些值</translation>
    </message>
    <message>
        <source>With how many seeds each start is run; matters with noise and minibatches</source>
        <translation>每个起点用多少个随机种子运行；有噪声和小批量时才有意义</translation>
    </message>
    <message>
        <source>Write the table to a CSV file</source>
        <translation>把表格写入 CSV 文件</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>values each</source>
        <translation>组值/优化器</translation>
    </message>
</context>
<context>
    <name>RacePlot</name>
    <message>
        <source>&lt;p&gt;Best value at the edge of the range: {names}. With a wider range they may do better.&lt;/p&gt;</source>
        <translation>&lt;p&gt;最好的数值在范围边缘：{names}。范围扩大后可能更好。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each dot is the final loss from one start and seed. The tall mark is their median, the line reaches from the first to the third quartile. Crosses at the right: runs that diverged.&lt;/p&gt;</source>
        <translation>&lt;p&gt;每个点是一个起点和一个种子的最终损失。竖线标记是中位数，横线从第一四分位数到第三四分位数。右侧的叉号：发散的运行。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>final loss</source>
        <translation>最终损失</translation>
    </message>
</context>
<context>
    <name>RaceStudy</name>
    <message>
        <source>Best value at the edge of the range: {names}.</source>
        <translation>最好的数值在范围边缘：{names}。</translation>
    </message>
    <message>
        <source>Every run has its best values now; undo takes them back.</source>
        <translation>每个运行现在都采用最佳值；可以撤销。</translation>
    </message>
    <message>
        <source>Export the race</source>
        <translation>导出竞赛结果</translation>
    </message>
    <message>
        <source>Exported {path}</source>
        <translation>已导出 {path}</translation>
    </message>
    <message>
        <source>No run is enabled; enable those that shall take part.</source>
        <translation>没有启用的运行；请启用要参加的运行。</translation>
    </message>
    <message>
        <source>Only {names} is enabled: add runs to compare it with.</source>
        <translation>只启用了 {names}：请添加用来比较的运行。</translation>
    </message>
    <message>
        <source>Stopped. Start the race again for a ranking.</source>
        <translation>已停止。重新开始竞赛才能得到排名。</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Taking part: {names}. Values of their learning rates are replaced.</source>
        <translation>参加者：{names}。它们的学习率会被替换。</translation>
    </message>
    <message>
        <source>The experiment is another one since; race again to compare its runs.</source>
        <translation>实验已经改变；请重新竞赛以比较它的运行。</translation>
    </message>
    <message>
        <source>The first optimizer is searching for its best values…</source>
        <translation>第一个优化器正在寻找最佳值…</translation>
    </message>
    <message>
        <source>{runs} final losses each; every optimizer tried {budget} values.</source>
        <translation>每个优化器有 {runs} 个最终损失，各尝试了 {budget} 组值。</translation>
    </message>
</context>
<context>
    <name>RaceTable</name>
    <message>
        <source>, {steps:.0f} steps</source>
        <translation>，{steps:.0f} 步</translation>
    </message>
    <message>
        <source>A quarter ended below {low:.4g}, a quarter above {high:.4g}</source>
        <translation>四分之一低于 {low:.4g}，四分之一高于 {high:.4g}</translation>
    </message>
    <message>
        <source>How many came to within a thousandth of their first distance in loss to the minimum, and the median of the steps that took</source>
        <translation>有多少个与最小值的损失差距缩小到最初的千分之一以内，以及所用步数的中位数</translation>
    </message>
    <message>
        <source>How many ended above their first loss or nowhere</source>
        <translation>有多少个的最终损失高于最初，或者根本没有结果</translation>
    </message>
    <message>
        <source>Median over all starts and seeds; ranks by this</source>
        <translation>所有起点和种子的中位数；按此排名</translation>
    </message>
    <message>
        <source>Of those tried, what gave the lowest median loss</source>
        <translation type="vanished">在试过的值中，损失中位数最低的</translation>
    </message>
    <message>
        <source>Of those tried, what gave the lowest median loss. At the edge: none was tried beyond, where a better one may be; widen the range</source>
        <translation>试过的数值中，使损失中位数最低的一组。边缘：更远的没有试过，更好的可能在那里；请扩大范围</translation>
    </message>
    <message>
        <source>Ranking, the best first</source>
        <translation>排名，最好的在前</translation>
    </message>
    <message>
        <source>The run, with its rank</source>
        <translation>运行及其名次</translation>
    </message>
    <message>
        <source>best values</source>
        <translation>最佳值</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>final loss</source>
        <translation>最终损失</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>{count} of {runs}</source>
        <translation>{count} / {runs}</translation>
    </message>
    <message>
        <source>{value} (edge)</source>
        <translation>{value}（边缘）</translation>
    </message>
</context>
<context>
    <name>RaceView</name>
    <message>
        <source>&lt;b&gt;Which optimizer is best here?&lt;/b&gt; Each may try equally many learning rates (and momenta); its best is then run from fresh starts, the same for all. So none wins by more tuning, or by luck.</source>
        <translation>&lt;b&gt;这里哪个优化器最好？&lt;/b&gt;每个优化器可以尝试同样多的学习率（和动量）；再用各自的最佳值从同样的新起点运行。这样谁也不会因为调参更多或运气更好而获胜。</translation>
    </message>
    <message>
        <source>Search half as far again beyond the ends where the best values were</source>
        <translation>在最好的数值所在的一端，把范围再扩大一半</translation>
    </message>
    <message>
        <source>Widen and race again</source>
        <translation>扩大范围再赛</translation>
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
        <translation>势垒/σ²</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>偶然</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>distance: the share of balls that lie elsewhere than the density says; chance: what so many balls would show anyway; p: how probable it is that chance alone does this.</source>
        <translation>距离：位于密度所示之外的小球比例；偶然：这么多小球本来就会显示的偏差；p：仅由偶然造成的概率。</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>escape</source>
        <translation>逃逸</translation>
    </message>
    <message>
        <source>escape time: the mean time from the bottom of one well to that of the other. Kramers' formula is for hills many times higher than σ² and, with friction, for friction that is not weak.</source>
        <translation>逃逸时间：从一个势阱底到另一个势阱底的平均时间。Kramers 公式适用于比 σ² 高很多倍的山丘，有摩擦时还要求摩擦不弱。</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>exact: the variance that these steps settle at. limit: that of small steps, σ²/λ in a bowl.</source>
        <translation>精确：这种步长最终稳定下来的方差。极限：小步长的方差，碗中为 σ²/λ。</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>极限</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>在外</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <source>variance, λ</source>
        <translation>方差，λ</translation>
    </message>
    <message>
        <source>χ² p</source>
        <translation>χ² 检验 p</translation>
    </message>
</context>
<context>
    <name>Regimes</name>
    <message>
        <source>As fast as it can be without ringing.</source>
        <translation>不振荡的前提下最快。</translation>
    </message>
    <message>
        <source>Each step crosses the minimum and lands closer on the other side.</source>
        <translation>每一步都越过极小点，落在对面更近处。</translation>
    </message>
    <message>
        <source>Errors grow without end.</source>
        <translation>误差无止境地增大。</translation>
    </message>
    <message>
        <source>It creeps in from one side: more momentum would be faster.</source>
        <translation>从一侧缓缓靠近：动量再大些会更快。</translation>
    </message>
    <message>
        <source>It neither comes closer nor goes away.</source>
        <translation>既不靠近，也不远离。</translation>
    </message>
    <message>
        <source>It rings: the ball swings about the minimum, less each time.</source>
        <translation>振荡：小球绕着极小点摆动，幅度逐渐变小。</translation>
    </message>
    <message>
        <source>alternating</source>
        <translation>交替</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>临界</translation>
    </message>
    <message>
        <source>divergent</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>over-damped</source>
        <translation>过阻尼</translation>
    </message>
    <message>
        <source>sustained</source>
        <translation>等幅</translation>
    </message>
    <message>
        <source>under-damped</source>
        <translation>欠阻尼</translation>
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
        <translation>选择颜色</translation>
    </message>
    <message>
        <source>Colour of the run</source>
        <translation>运行的颜色</translation>
    </message>
    <message>
        <source>Compute this run</source>
        <translation>计算这个运行</translation>
    </message>
    <message>
        <source>Duplicate the run</source>
        <translation>复制这个运行</translation>
    </message>
    <message>
        <source>From that step on the gradient stays below a millionth of the first.</source>
        <translation>从那一步起，梯度一直小于最初的百万分之一。</translation>
    </message>
    <message>
        <source>Most often the learning rate is too large for the steepest direction: each step lands higher up the other wall. For a quadratic, the page Stability shows how large it may be.</source>
        <translation>多半是学习率对最陡的方向来说太大：每一步都落到对面谷壁的更高处。对于二次函数，“稳定性”页面显示它最大可以是多少。</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>运行的名称</translation>
    </message>
    <message>
        <source>Name of the run; empty for one made from its numbers</source>
        <translation>运行的名称；留空则由参数生成</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Remove the run</source>
        <translation>移除这个运行</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Add a run with momentum and the numbers of the last one</source>
        <translation>添加一个使用动量、数值与最后一个运行相同的运行</translation>
    </message>
    <message>
        <source>Add run</source>
        <translation>添加运行</translation>
    </message>
</context>
<context>
    <name>SafetyNet</name>
    <message>
        <source>It was ended from outside and could not say why.</source>
        <translation>它从外部被终止，无法说明原因。</translation>
    </message>
    <message>
        <source>Nothing can be kept in {folder} ({why}): there is no log, and unsaved work will not survive a crash.</source>
        <translation>无法在 {folder} 中保存任何内容（{why}）：没有日志，程序崩溃时未保存的工作会丢失。</translation>
    </message>
</context>
<context>
    <name>ScheduleEditor</name>
    <message>
        <source>Kind of schedule</source>
        <translation>调度的种类</translation>
    </message>
    <message>
        <source>Made of: {0}. Edit it in the file.</source>
        <translation>由以下部分组成：{0}。请在文件中编辑。</translation>
    </message>
    <message>
        <source>{0} in the first epoch, {1} in the last</source>
        <translation>第一轮为 {0}，最后一轮为 {1}</translation>
    </message>
    <message>
        <source>{0} in the first step, {1} in the last</source>
        <translation>第一步为 {0}，最后一步为 {1}</translation>
    </message>
</context>
<context>
    <name>ScheduledRow</name>
    <message>
        <source>Change {0} from step to step</source>
        <translation>让{0}逐步变化</translation>
    </message>
    <message>
        <source>Schedule of {0}</source>
        <translation>{0}的调度</translation>
    </message>
</context>
<context>
    <name>StabilityPlot</name>
    <message>
        <source>momentum β</source>
        <translation>动量 β</translation>
    </message>
</context>
<context>
    <name>StabilityStudy</name>
    <message>
        <source>There is no curvature to be stable against here; choose an objective with a Hessian and a minimum, such as the ill-conditioned bowl.</source>
        <translation>这里没有可供判断稳定性的曲率；请选择有 Hessian 矩阵和极小点的目标函数，例如病态的碗。</translation>
    </message>
</context>
<context>
    <name>StabilityView</name>
    <message>
        <source>All eigenvalues</source>
        <translation>全部特征值</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Curvature</source>
        <translation>曲率</translation>
    </message>
    <message>
        <source>Give the run the rate and momentum that are best here</source>
        <translation>把此处最佳的学习率和动量交给运行</translation>
    </message>
    <message>
        <source>Heavy ball</source>
        <translation>重球法</translation>
    </message>
    <message>
        <source>Implicit scheme</source>
        <translation>隐式格式</translation>
    </message>
    <message>
        <source>Limits of stability (thick) and critical damping (thin) in closed form</source>
        <translation>闭式的稳定极限（粗线）和临界阻尼（细线）</translation>
    </message>
    <message>
        <source>Log η</source>
        <translation>η 对数</translation>
    </message>
    <message>
        <source>Logarithmic axis of learning rates</source>
        <translation>学习率用对数轴</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Method whose regimes are coloured</source>
        <translation>用颜色表示哪种方法的状态</translation>
    </message>
    <message>
        <source>Nesterov, look-ahead</source>
        <translation>Nesterov，前瞻</translation>
    </message>
    <message>
        <source>Nesterov, midpoint</source>
        <translation>Nesterov，中点</translation>
    </message>
    <message>
        <source>Rate {rate}, {regime}: {pace}</source>
        <translation>速率 {rate}，{regime}：{pace}</translation>
    </message>
    <message>
        <source>Stability diagram</source>
        <translation>稳定性图</translation>
    </message>
    <message>
        <source>The run's method</source>
        <translation>运行的方法</translation>
    </message>
    <message>
        <source>The star: η = {rate}, β = {momentum}</source>
        <translation type="vanished">星号：η = {rate}，β = {momentum}</translation>
    </message>
    <message>
        <source>The star: η = {rate}, β = {momentum}. Fastest in the long run; a few steps may get further with others.</source>
        <translation>星号：η = {rate}，β = {momentum}。从长远看最快；只走几步时，别的值可能走得更远。</translation>
    </message>
    <message>
        <source>The worst of all eigenvalues over the learning rate η, or one eigenvalue over ηλ</source>
        <translation>所有特征值中最坏的一个随学习率 η 变化，或某一个特征值随 ηλ 变化</translation>
    </message>
    <message>
        <source>Use optimal</source>
        <translation>使用最优值</translation>
    </message>
    <message>
        <source>a decimal digit every {steps} steps.</source>
        <translation>每 {steps} 步多一位十进制精度。</translation>
    </message>
    <message>
        <source>errors grow.</source>
        <translation>误差增大。</translation>
    </message>
    <message>
        <source>errors stay.</source>
        <translation>误差保持不变。</translation>
    </message>
    <message>
        <source>learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>{letter} {x}, β {y}: rate {rate}, {regime}</source>
        <translation>{letter} {x}，β {y}：速率 {rate}，{regime}</translation>
    </message>
    <message>
        <source>ηλ: learning rate × eigenvalue</source>
        <translation>ηλ：学习率 × 特征值</translation>
    </message>
    <message>
        <source>★ optimal; thick line: rate 1</source>
        <translation>★ 最优；粗线：速率 1</translation>
    </message>
</context>
<context>
    <name>StartsSection</name>
    <message>
        <source>Let companions of every run roll from many starts around its own: faint balls that show where each rule ends up, and from how far</source>
        <translation>让每个运行的同伴从它起点周围的许多起点滚下：淡色小球显示每种规则最终到哪里、能从多远处到达</translation>
    </message>
    <message>
        <source>Runs of torch's own classes have none: they step one parameter at a time.</source>
        <translation>torch 自己的类没有这一项：它们一次只走一个参数。</translation>
    </message>
    <message>
        <source>many starts</source>
        <translation>多个起点</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Computing step {step} of {steps}</source>
        <translation>正在计算第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop computing; what is computed stays</source>
        <translation>停止计算；已算出的保留</translation>
    </message>
    <message>
        <source>every {stride}th step kept, to spare memory</source>
        <translation>为节省内存，每 {stride} 步保留一步</translation>
    </message>
    <message>
        <source>{converged} of {starts} starts converged</source>
        <translation>{starts} 个起点中有 {converged} 个收敛</translation>
    </message>
    <message>
        <source>{count} converged</source>
        <translation>{count} 个已收敛</translation>
    </message>
    <message>
        <source>{count} diverged</source>
        <translation>{count} 个已发散</translation>
    </message>
    <message>
        <source>{count} growing</source>
        <translation>{count} 个在增大</translation>
    </message>
    <message>
        <source>{count} still descending</source>
        <translation>{count} 个仍在下降</translation>
    </message>
    <message>
        <source>{device} · {speed} steps/s</source>
        <translation>{device} · {speed} 步/秒</translation>
    </message>
</context>
<context>
    <name>SurfaceControls</name>
    <message>
        <source>Also: double click. Drag to turn, scroll to zoom</source>
        <translation>也可双击。拖动以旋转，滚动以缩放</translation>
    </message>
    <message>
        <source>Follow the ball</source>
        <translation>跟随小球</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Height: linear</source>
        <translation>高度：线性</translation>
    </message>
    <message>
        <source>Height: logarithmic</source>
        <translation>高度：对数</translation>
    </message>
    <message>
        <source>Keep the first visible ball in the middle</source>
        <translation>让第一个可见的小球保持在中央</translation>
    </message>
    <message>
        <source>Logarithmic heights show the floor of a valley and its walls at once</source>
        <translation>对数高度能同时看清谷底和谷壁</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视角</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>The objective as a surface</source>
        <translation>目标函数的曲面</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>6 decimals</source>
        <translation>6 位小数</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected cells with their headers, or all, to paste into a sheet</source>
        <translation>复制选中的单元格（或全部）及其表头，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>Format of numbers</source>
        <translation>数字的格式</translation>
    </message>
    <message>
        <source>How numbers are written, also when they are copied</source>
        <translation>数字的写法，复制时也一样</translation>
    </message>
    <message>
        <source>Trajectory, one row a step</source>
        <translation>轨迹，每步一行</translation>
    </message>
    <message>
        <source>all digits</source>
        <translation>全部数字</translation>
    </message>
    <message>
        <source>no rows yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>{cells} cells are too many for the clipboard; select fewer, or export the trajectories to a file.</source>
        <translation>{cells} 个单元格对剪贴板来说太多；请少选一些，或把轨迹导出到文件。</translation>
    </message>
    <message>
        <source>{rows} rows</source>
        <translation>{rows} 行</translation>
    </message>
    <message>
        <source>{rows} rows, being sorted…</source>
        <translation>{rows} 行，正在排序…</translation>
    </message>
</context>
<context>
    <name>TemperatureView</name>
    <message>
        <source>&lt;p&gt;Mean loss above the least, of 256 runs on batches drawn with replacement. exact: by the discrete Lyapunov equation, from the gradients of single examples. Batches of a reshuffled order, which leave nothing out, scatter less.&lt;/p&gt;</source>
        <translation>&lt;p&gt;256 个运行的平均损失超出最小值的部分，批量为有放回抽取。精确：由离散 Lyapunov 方程，从单个样本的梯度算出。重新打乱、不遗漏样本的批量散布较小。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The mean loss above the least against the temperature of minibatches, σ² = η tr C / (2 B n (1 − β)): η the learning rate, β the momentum, B the batch size, C the covariance of the gradients of single examples, n the number of coordinates. Dashed: a heat bath of that temperature, which gives each coordinate σ²/2. Lines: exact. Symbols: measured.&lt;/p&gt;</source>
        <translation>&lt;p&gt;超出最小值的平均损失与小批量温度的关系，σ² = η tr C / (2 B n (1 − β))：η 为学习率，β 为动量，B 为批量大小，C 为单个样本梯度的协方差，n 为坐标个数。虚线：该温度的热浴，每个坐标得到 σ²/2。线：精确值。符号：实测值。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Temperatures</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>diverges</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>excess loss</source>
        <translation>超额损失</translation>
    </message>
    <message>
        <source>heat bath, n σ²/2</source>
        <translation type="vanished">热浴，n σ²/2</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>n σ²/2</source>
        <translation>n σ²/2</translation>
    </message>
    <message>
        <source>rate η</source>
        <translation>学习率 η</translation>
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
        <translation>有一个曲率不是正数：没有什么能把它的方向带回来。</translation>
    </message>
    <message>
        <source>A schedule sets the learning rate or the momentum; remove it first.</source>
        <translation>学习率或动量由调度设定；请先移除它。</translation>
    </message>
    <message>
        <source>{optimizer} changes from step to step, so that no one matrix describes it.</source>
        <translation>{optimizer} 每一步都在变化，没有一个矩阵能描述它。</translation>
    </message>
    <message>
        <source>{optimizer} has no learning rate to choose that would bring it home.</source>
        <translation>{optimizer} 没有能把它带回来的学习率可选。</translation>
    </message>
    <message>
        <source>{optimizer} is not linear: a step from a sum is not the sum of the steps, so that no matrix R describes it.</source>
        <translation>{optimizer} 不是线性的：从和出发的一步不等于各步之和，没有矩阵 R 能描述它。</translation>
    </message>
    <message>
        <source>{optimizer} is run as it is: what it does with a slope is not known here.</source>
        <translation>{optimizer} 原样运行：这里不知道它如何使用坡度。</translation>
    </message>
</context>
<context>
    <name>TheoryKey</name>
    <message>
        <source>&lt;p&gt;From theory, not from the runs: for a quadratic, each step multiplies the distance to the minimum by a known rate in the long run. Where the rate is 1, stability ends; below 1, smaller is faster.&lt;/p&gt;</source>
        <translation>&lt;p&gt;来自理论而非运行：对二次函数，长期来看每一步都把到最小值的距离乘以一个已知的速率。速率为 1 处稳定性终止；小于 1 时，越小越快。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>theory: equal rate, {rates}</source>
        <translation>理论：等速率线，{rates}</translation>
    </message>
    <message>
        <source>theory: stability ends</source>
        <translation>理论：稳定边界</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Drag to any step; the shaded part is computed</source>
        <translation>拖动到任意一步；阴影部分已算出</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>到终点后重新开始</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Steps shown per second</source>
        <translation>每秒播放的步数</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>到终点</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>到起点</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>step {0} / {1}</source>
        <translation>第 {0} / {1} 步</translation>
    </message>
    <message>
        <source>{0} steps/s</source>
        <translation>{0} 步/秒</translation>
    </message>
</context>
<context>
    <name>ValueEntry</name>
    <message>
        <source>This cannot be: a message says why. Escape takes it back.</source>
        <translation>不能这样填：原因见提示信息。按 Esc 撤回。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>&amp;Go to</source>
        <translation>转到(&amp;G)</translation>
    </message>
</context>
<context>
    <name>WeightsControls</name>
    <message>
        <source>Averaged, β 0.9, 100 steps</source>
        <translation>平均形式，β 0.9，100 步</translation>
    </message>
    <message>
        <source>Averaged, β 0.98 to 0.8</source>
        <translation>平均形式，β 0.98 到 0.8</translation>
    </message>
    <message>
        <source>Choice of weights</source>
        <translation>权重的选择</translation>
    </message>
    <message>
        <source>Form of the weights</source>
        <translation>权重的形式</translation>
    </message>
    <message>
        <source>How many past steps are drawn</source>
        <translation>画出过去多少步</translation>
    </message>
    <message>
        <source>Momenta</source>
        <translation>动量值</translation>
    </message>
    <message>
        <source>Number of steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>One or more β, separated by commas</source>
        <translation>一个或多个 β，用逗号分隔</translation>
    </message>
    <message>
        <source>The selected run's β</source>
        <translation>所选运行的 β</translation>
    </message>
    <message>
        <source>Weights that the texts plot, or those of the run</source>
        <translation>文献所画的权重，或运行自己的权重</translation>
    </message>
    <message>
        <source>β from 0.95 to 0, 40 steps</source>
        <translation>β 从 0.95 到 0，40 步</translation>
    </message>
    <message>
        <source>βᵗ: gradients are added up, v ← βv + g. (1−β)βᵗ: they are averaged, v ← βv + (1−β)g</source>
        <translation>βᵗ：梯度累加，v ← βv + g。(1−β)βᵗ：梯度平均，v ← βv + (1−β)g</translation>
    </message>
</context>
<context>
    <name>simulation</name>
    <message>
        <source>'!' has no place; there is no factorial</source>
        <translation>不能使用 '!'；没有阶乘</translation>
    </message>
    <message>
        <source>'%' has no place; the operators are + - * / ^</source>
        <translation>不能使用 '%'；运算符有 + - * / ^</translation>
    </message>
    <message>
        <source>';' has no place; a formula is a single expression</source>
        <translation>不能使用 ';'；公式是单个表达式</translation>
    </message>
    <message>
        <source>'=' has no place; write only what stands right of it</source>
        <translation>不能使用 '='；只写等号右边的部分</translation>
    </message>
    <message>
        <source>'[' has no place; write ( for a bracket, and x1 for the first coordinate</source>
        <translation>不能使用 '['；括号请写 (，第一个坐标请写 x1</translation>
    </message>
    <message>
        <source>']' has no place; write ) for a bracket</source>
        <translation>不能使用 ']'；括号请写 )</translation>
    </message>
    <message>
        <source>'{' has no place; write ( for a bracket</source>
        <translation>不能使用 '{'；括号请写 (</translation>
    </message>
    <message>
        <source>'}' has no place; write ) for a bracket</source>
        <translation>不能使用 '}'；括号请写 )</translation>
    </message>
    <message>
        <source>'√' has no place; write sqrt(...)</source>
        <translation>不能使用 '√'；请写 sqrt(...)</translation>
    </message>
    <message>
        <source>(1 + rate · t)^−power</source>
        <translation>(1 + 速率 · t)^−幂次</translation>
    </message>
    <message>
        <source>(1 − min(t, steps) / steps)^power</source>
        <translation>(1 − min(t, 步数) / 步数)^幂次</translation>
    </message>
    <message>
        <source>0.01, momentum 0.63</source>
        <translation>0.01，动量 0.63</translation>
    </message>
    <message>
        <source>0.01, momentum 0.9</source>
        <translation>0.01，动量 0.9</translation>
    </message>
    <message>
        <source>0.01, no momentum</source>
        <translation>0.01，无动量</translation>
    </message>
    <message>
        <source>0.1, no momentum</source>
        <translation>0.1，无动量</translation>
    </message>
    <message>
        <source>0.9 reaches the minimum first and then swings around it for longest; 0.63 is near the critical 0.514 and settles three times as fast as none.</source>
        <translation>0.9 最先到达极小点，却绕着它摆动最久；0.63 接近临界值 0.514，稳定下来比没有动量快两倍。</translation>
    </message>
    <message>
        <source>1 is a straight line.</source>
        <translation>1 为直线。</translation>
    </message>
    <message>
        <source>20 + e − 20 exp(−0.2 √mean xᵢ²) − exp(mean cos 2πxᵢ)</source>
        <translation>20 + e − 20 exp(−0.2 √(xᵢ² 的平均)) − exp(cos 2πxᵢ 的平均)</translation>
    </message>
    <message>
        <source>4x² with learning rate 0.1</source>
        <translation>4x²，学习率 0.1</translation>
    </message>
    <message>
        <source>4x² with learning rate 0.2</source>
        <translation>4x²，学习率 0.2</translation>
    </message>
    <message>
        <source>4x² with learning rate 0.5</source>
        <translation>4x²，学习率 0.5</translation>
    </message>
    <message>
        <source>4x² with learning rate 1</source>
        <translation>4x²，学习率 1</translation>
    </message>
    <message>
        <source>4x² with the perfect rate, 1/8</source>
        <translation>4x²，最佳学习率 1/8</translation>
    </message>
    <message>
        <source>A ball on slope A, a shallow well B, a barrier C and a deeper well D.</source>
        <translation>小球位于斜坡 A，前方是浅势阱 B、势垒 C 和更深的势阱 D。</translation>
    </message>
    <message>
        <source>A little faster, and it diverges</source>
        <translation>稍快一点，就发散了</translation>
    </message>
    <message>
        <source>A pair of minimal and maximal allowed step sizes.</source>
        <translation>允许的最小步长和最大步长。</translation>
    </message>
    <message>
        <source>A smaller rate is a smaller time step, and the same momentum then means more friction: the ball creeps. 1 − (1 − 0.9)√0.1 keeps the friction, and the ball its way of moving.</source>
        <translation>学习率变小等于时间步长变小，同样的动量就意味着更大的摩擦：小球缓慢爬行。1 − (1 − 0.9)√0.1 保持摩擦不变，小球的运动方式也就不变。</translation>
    </message>
    <message>
        <source>A sum and an average, one path</source>
        <translation>求和与平均，同一条路径</translation>
    </message>
    <message>
        <source>A tilted bowl with its minimum elsewhere</source>
        <translation>倾斜的碗，极小点在别处</translation>
    </message>
    <message>
        <source>ASGD</source>
        <translation>ASGD</translation>
    </message>
    <message>
        <source>Ackley</source>
        <translation>Ackley 函数</translation>
    </message>
    <message>
        <source>Across the plateau</source>
        <translation>穿越高原</translation>
    </message>
    <message>
        <source>Across the valley the curvature is 4, and 0.6 × 4 = 2.4 is more than 2: each step lands further up the other wall.</source>
        <translation>横跨山谷方向的曲率为 4，0.6 × 4 = 2.4 大于 2：每一步都落在对面谷壁更高处。</translation>
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
        <translation>Adam 和 RMSprop 不论坡度朝向都迈出均匀的步子；动量会冲过弯道再折返。</translation>
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
        <translation>幂次为 1 时，经过 1/速率 步数值减半。</translation>
    </message>
    <message>
        <source>After 20 steps the learning rate drops to a tenth, once with momentum 0.9 as before and once with 0.968377.</source>
        <translation>20 步后学习率降到十分之一：一次动量仍为 0.9，一次改为 0.968377。</translation>
    </message>
    <message>
        <source>After every four epochs the batch is four times larger; the learning rate stays.</source>
        <translation>每四轮之后批量变为四倍，学习率不变。</translation>
    </message>
    <message>
        <source>After every four epochs the learning rate is four times smaller; the batch stays.</source>
        <translation>每四轮之后学习率变为四分之一，批量不变。</translation>
    </message>
    <message>
        <source>After the first step the velocity is the gradient; in the second, nine tenths of it are still there.</source>
        <translation>第一步之后速度就是梯度；到第二步，其中的十分之九仍在。</translation>
    </message>
    <message>
        <source>Airfoil noise</source>
        <translation>翼型噪声</translation>
    </message>
    <message>
        <source>Airfoil self-noise regression</source>
        <translation>翼型自噪声回归</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>同时作用</translation>
    </message>
    <message>
        <source>Any formula in x and y, with parameters that become sliders.</source>
        <translation>任意的 x 和 y 的公式，参数会变成滑块。</translation>
    </message>
    <message>
        <source>At rate 0.4 and momentum 0.9, ηλ is 1.6 in the steep direction.</source>
        <translation>学习率 0.4、动量 0.9 时，陡峭方向上 ηλ 为 1.6。</translation>
    </message>
    <message>
        <source>At the saddle the slope is zero, and beside it nearly so.</source>
        <translation>鞍点处坡度为零，旁边也几乎为零。</translation>
    </message>
    <message>
        <source>At the same effective step η/(1−β) the first two curves are alike: where steps are small, momentum acts as a larger rate.</source>
        <translation>有效步长 η/(1−β) 相同时，前两条曲线几乎一样：步子小的地方，动量等于更大的学习率。</translation>
    </message>
    <message>
        <source>Averaged SGD</source>
        <translation>平均 SGD</translation>
    </message>
    <message>
        <source>Averaged gradients weigh (1 − β) less: ten times the learning rate makes up for it.</source>
        <translation>平均后的梯度权重小 (1 − β) 倍：十倍的学习率正好补偿。</translation>
    </message>
    <message>
        <source>Ball and friction</source>
        <translation>小球与摩擦</translation>
    </message>
    <message>
        <source>Beale</source>
        <translation>Beale 函数</translation>
    </message>
    <message>
        <source>Booth</source>
        <translation>Booth 函数</translation>
    </message>
    <message>
        <source>Both balls end where the gradient Qx + c is zero, at −Q⁻¹c; turned by 45°, the valley is as narrow as before and momentum helps as much.</source>
        <translation>两个小球都停在梯度 Qx + c 为零的 −Q⁻¹c；转了 45° 的山谷一样狭窄，动量也一样有用。</translation>
    </message>
    <message>
        <source>Bounds the descent: the wells lie at x2 = ±1/√(2q), 1/(4q) below the saddle.</source>
        <translation>限制下降的深度：势阱位于 x2 = ±1/√(2q)，比鞍点低 1/(4q)。</translation>
    </message>
    <message>
        <source>Centered.</source>
        <translation>中心化。</translation>
    </message>
    <message>
        <source>Change the formula or its parameter a under Objective, and the landscape follows.</source>
        <translation>在“目标函数”中修改公式或它的参数 a，地形图会随之变化。</translation>
    </message>
    <message>
        <source>Climb instead of descending.</source>
        <translation>向上爬，而不是下降。</translation>
    </message>
    <message>
        <source>Coefficient used for computing a running average of squared gradients.</source>
        <translation>计算梯度平方的滑动平均所用的系数。</translation>
    </message>
    <message>
        <source>Coefficients (a,b,c) for the Newton–Schulz orthogonalization polynomial.</source>
        <translation>Newton–Schulz 正交化多项式的系数 (a, b, c)。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Cosine with restarts</source>
        <translation>带重启的余弦</translation>
    </message>
    <message>
        <source>Curvature and speed</source>
        <translation>曲率与速度</translation>
    </message>
    <message>
        <source>Curvatures from 1 down to 1/512: gradient descent against momentum.</source>
        <translation>曲率从 1 到 1/512：梯度下降对比动量。</translation>
    </message>
    <message>
        <source>Decay term.</source>
        <translation>衰减项。</translation>
    </message>
    <message>
        <source>Dive into Deep Learning, chapter on momentum</source>
        <translation>《动手学深度学习》动量一章</translation>
    </message>
    <message>
        <source>Dive into Deep Learning, chapter on momentum, exercise 2</source>
        <translation>《动手学深度学习》动量一章，练习 2</translation>
    </message>
    <message>
        <source>Diverged: the loss or the position stopped being finite, or the loss ended above its first value. Converged: the gradient ended below a millionth of its first norm. Oscillating: neither, and the loss rose in a tenth of the steps or more. Slow: the rest.</source>
        <translation>发散：损失或位置不再有限，或最终损失高于最初的值。收敛：最终梯度小于最初范数的百万分之一。振荡：两者都不是，且至少十分之一的步数中损失上升。缓慢：其余情形。</translation>
    </message>
    <message>
        <source>Divide by the largest average squared gradient so far, so that steps never grow back.</source>
        <translation>除以迄今最大的平均平方梯度，使步长不会再变大。</translation>
    </message>
    <message>
        <source>Divide by the standard deviation of the gradient instead of its root mean square.</source>
        <translation>除以梯度的标准差，而不是均方根。</translation>
    </message>
    <message>
        <source>Double well</source>
        <translation>双势阱</translation>
    </message>
    <message>
        <source>Drag on the balls; friction × step is at most 2. Momentum 0 is Langevin's equation.</source>
        <translation>小球受到的阻力；摩擦 × 步长 最多为 2。动量为 0 时是 Langevin 方程。</translation>
    </message>
    <message>
        <source>Drag the start a little: another optimizer, another minimum.</source>
        <translation>把起点稍微拖动一下：换一个优化器，就是另一个极小点。</translation>
    </message>
    <message>
        <source>Easom</source>
        <translation>Easom 函数</translation>
    </message>
    <message>
        <source>Either 'strong_wolfe' or None.</source>
        <translation>'strong_wolfe' 或 None。</translation>
    </message>
    <message>
        <source>Enables Nesterov momentum.</source>
        <translation>启用 Nesterov 动量。</translation>
    </message>
    <message>
        <source>Epsilon1 is the term added to the denominator of the update calculation to improve numerical stability.</source>
        <translation>Epsilon1 加在更新公式的分母上，以改善数值稳定性。</translation>
    </message>
    <message>
        <source>Escape from a well</source>
        <translation>逃出势阱</translation>
    </message>
    <message>
        <source>Every ball falls into the shallow well first; sooner or later noise lifts it over the pass. On the page Noise, ten thousand such balls come to have the density exp(−L/σ²).</source>
        <translation>每个小球都先落入浅势阱；噪声迟早会把它托过山口。在“噪声”页上，一万个这样的小球会达到密度 exp(−L/σ²)。</translation>
    </message>
    <message>
        <source>Every ball lingers on the ridge; momentum is the first to leave.</source>
        <translation>每个小球都在山脊上徘徊；动量最先离开。</translation>
    </message>
    <message>
        <source>Every step lands seven times as far out on the other side.</source>
        <translation>每一步都落在对面，距离是原来的七倍。</translation>
    </message>
    <message>
        <source>Examples a minibatch; the data is reshuffled each epoch.</source>
        <translation>每个小批量的样本数；数据每轮重新打乱。</translation>
    </message>
    <message>
        <source>Exercise 4: stochastic gradients, at the same rate and at the same effective step.</source>
        <translation>练习 4：随机梯度，学习率相同，以及有效步长相同。</translation>
    </message>
    <message>
        <source>Exponent with which the learning rate falls.</source>
        <translation>学习率下降的指数。</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Exponential moving average of gradients; v₀ = 0, unlike torch's dampening</source>
        <translation>梯度的指数滑动平均；v₀ = 0，与 torch 的 dampening 不同</translation>
    </message>
    <message>
        <source>Factor by which the distance to the minimum shrinks a step: exp of half the slope of ln(gap) against the step, by least squares through up to 32 evenly spaced steps, of which the first half and those at the limit of rounding are left out. Above 1 the run is leaving; nan if fewer than three points are left.</source>
        <translation>每一步到最小值的距离缩小的倍数：ln(差距) 对步数的斜率之半取指数，用最多 32 个等间隔步的最小二乘拟合，去掉前一半以及处于舍入极限的点。大于 1 表示正在远离；剩下不足三个点时为 nan。</translation>
    </message>
    <message>
        <source>Famous landscapes</source>
        <translation>著名的地形</translation>
    </message>
    <message>
        <source>Far from the minimum there is hardly any slope.</source>
        <translation>远离极小点处几乎没有坡度。</translation>
    </message>
    <message>
        <source>Final gradient</source>
        <translation>最终梯度</translation>
    </message>
    <message>
        <source>Final loss</source>
        <translation>最终损失</translation>
    </message>
    <message>
        <source>Final loss less the lowest loss there is; inf where the run diverged.</source>
        <translation>最终损失减去最低损失；运行发散时为 inf。</translation>
    </message>
    <message>
        <source>First step at which the loss or the position is not finite; −1 if there is none.</source>
        <translation>损失或位置首次不再有限的步；没有则为 −1。</translation>
    </message>
    <message>
        <source>First step from which the gap stays at most the tolerance times the first gap, to the end; −1 if there is none.</source>
        <translation>从哪一步起，差距直到最后都不超过最初差距乘以容差；没有则为 −1。</translation>
    </message>
    <message>
        <source>Fitted rate</source>
        <translation>拟合速率</translation>
    </message>
    <message>
        <source>Five optimizers in the banana valley</source>
        <translation>香蕉谷中的五个优化器</translation>
    </message>
    <message>
        <source>Five times the memory, half the rate: an effective step of 0.1 is too noisy here.</source>
        <translation>记忆变为五倍，学习率减半：有效步长 0.1 在这里噪声太大。</translation>
    </message>
    <message>
        <source>Fixes every random draw.</source>
        <translation>固定每一次随机抽取。</translation>
    </message>
    <message>
        <source>Friction 1, seen every 0.4, 0.2 and 0.1 of its time: three pairs of learning rate and momentum.</source>
        <translation>摩擦为 1，每隔 0.4、0.2 和 0.1 的时间看一次：三对学习率和动量。</translation>
    </message>
    <message>
        <source>Function to adjust learning rate.</source>
        <translation>调整学习率的函数。</translation>
    </message>
    <message>
        <source>Gap to the minimum</source>
        <translation>与最小值的差距</translation>
    </message>
    <message>
        <source>General quadratic</source>
        <translation>一般二次函数</translation>
    </message>
    <message>
        <source>Goldstein–Price</source>
        <translation>Goldstein–Price 函数</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Gradient descent and a ball with much friction stop in the first well; with little friction the ball crosses the barrier.</source>
        <translation>梯度下降和摩擦大的小球停在第一个势阱；摩擦小的小球越过势垒。</translation>
    </message>
    <message>
        <source>Gradient descent and its flow</source>
        <translation>梯度下降与它的流</translation>
    </message>
    <message>
        <source>Gradient descent in a ravine</source>
        <translation>峡谷中的梯度下降</translation>
    </message>
    <message>
        <source>Gradient descent is done with the steep directions at once and takes for ever over the flat ones; momentum speeds up just those.</source>
        <translation>梯度下降立刻走完陡峭的方向，在平坦的方向上却没完没了；动量加快的正是后者。</translation>
    </message>
    <message>
        <source>Gradient descent multiplies each coordinate by 1 − ηλ, whatever the others do.</source>
        <translation>梯度下降把每个坐标乘以 1 − ηλ，与其他坐标无关。</translation>
    </message>
    <message>
        <source>Gradient descent with Langevin noise on two wells: eight balls, each with its own noise.</source>
        <translation>两个势阱上带 Langevin 噪声的梯度下降：八个小球，各有各的噪声。</translation>
    </message>
    <message>
        <source>Gradient descent, Nesterov and heavy ball, each with its fastest numbers.</source>
        <translation>梯度下降、Nesterov 和重球法，各用最快的参数。</translation>
    </message>
    <message>
        <source>Half of that momentum is enough</source>
        <translation>一半的动量就够了</translation>
    </message>
    <message>
        <source>Halving the rate once more calms the noise without losing speed.</source>
        <translation>学习率再减半，噪声平息，速度不减。</translation>
    </message>
    <message>
        <source>Heavy ball may go up to 2 + 2β = 3.8, the midpoint rule to 2, the look-ahead only to (2 + 2β)/(1 + 2β) = 1.357: it alone diverges.</source>
        <translation>重球法可以到 2 + 2β = 3.8，中点法可以到 2，前瞻法只能到 (2 + 2β)/(1 + 2β) = 1.357：只有它发散。</translation>
    </message>
    <message>
        <source>Heavy ball, Nesterov's look-ahead and the midpoint rule at the same rate and momentum.</source>
        <translation>学习率和动量相同的重球法、Nesterov 前瞻法和中点法。</translation>
    </message>
    <message>
        <source>Height of the hill between the wells, without tilt.</source>
        <translation>没有倾斜时两个势阱之间山丘的高度。</translation>
    </message>
    <message>
        <source>Height of the valley's walls against the slope of its floor.</source>
        <translation>谷壁的高度与谷底坡度之比。</translation>
    </message>
    <message>
        <source>Hills and wells</source>
        <translation>山丘与势阱</translation>
    </message>
    <message>
        <source>Himmelblau</source>
        <translation>Himmelblau 函数</translation>
    </message>
    <message>
        <source>Himmelblau: the start is between all of them.</source>
        <translation>Himmelblau 函数：起点位于所有极小点之间。</translation>
    </message>
    <message>
        <source>How far from the start they reach, to either side along every coordinate.</source>
        <translation>沿每个坐标向两侧离起点多远。</translation>
    </message>
    <message>
        <source>How far the loss climbed again at most above the lowest value it had reached before, as a share of the whole way from its first to its lowest value; inf where the run diverged or never came down.</source>
        <translation>损失在此前达到的最低值之上最多又上升了多少，占从最初到最低值全程的比例；运行发散或从未下降时为 inf。</translation>
    </message>
    <message>
        <source>How fast the momentum rises from half of β1 to β1; 0 keeps it at half.</source>
        <translation>动量从 β1 的一半升到 β1 的快慢；0 则保持一半。</translation>
    </message>
    <message>
        <source>How it moves from one level to the next.</source>
        <translation>如何从一个水平过渡到下一个。</translation>
    </message>
    <message>
        <source>How long; after it, the value itself. 0: for good.</source>
        <translation>持续多少步；之后为原值。0：一直持续。</translation>
    </message>
    <message>
        <source>How many starts, at most.</source>
        <translation>最多多少个起点。</translation>
    </message>
    <message>
        <source>How many there are; more make a smoother histogram and fewer frames.</source>
        <translation>小球的个数；越多，直方图越平滑，帧数越少。</translation>
    </message>
    <message>
        <source>How many times longer each period is than the one before.</source>
        <translation>每个周期是前一个的多少倍长。</translation>
    </message>
    <message>
        <source>How much deeper the right well is; at ±8/√27 = ±1.54 the shallow one vanishes.</source>
        <translation>右边的势阱深多少；到 ±8/√27 = ±1.54 时浅的那个消失。</translation>
    </message>
    <message>
        <source>How much friction crosses the hill</source>
        <translation>多大的摩擦能越过山丘</translation>
    </message>
    <message>
        <source>How much of the ball's time passes in one step of the optimizer. It is about the root of the learning rate; halving it shows the same motion twice as finely.</source>
        <translation>优化器走一步，小球经过多少时间。它约为学习率的平方根；减半则同样的运动看得细一倍。</translation>
    </message>
    <message>
        <source>How the starts lie.</source>
        <translation>起点如何排列。</translation>
    </message>
    <message>
        <source>If True, this optimizer is equivalent to AdamW and the algorithm will not accumulate weight decay in the momentum nor variance.</source>
        <translation>若为 True，此优化器等同于 AdamW，权重衰减不会累积到动量和方差中。</translation>
    </message>
    <message>
        <source>Ill-conditioned bowl</source>
        <translation>病态的碗</translation>
    </message>
    <message>
        <source>Initial value of the sum of squares of gradients.</source>
        <translation>梯度平方和的初始值。</translation>
    </message>
    <message>
        <source>Inverse time</source>
        <translation>反比于时间</translation>
    </message>
    <message>
        <source>It slides straight down without crossing the minimum.</source>
        <translation>径直滑下，不越过极小点。</translation>
    </message>
    <message>
        <source>It still swings from wall to wall, a little less each time.</source>
        <translation>仍在谷壁之间摆动，每次都小一点。</translation>
    </message>
    <message>
        <source>It swings to the other side each time, and converges.</source>
        <translation>每次都摆到另一侧，然后收敛。</translation>
    </message>
    <message>
        <source>Keep the friction</source>
        <translation>保持摩擦</translation>
    </message>
    <message>
        <source>Keeps the divisor away from zero.</source>
        <translation>使除数不为零。</translation>
    </message>
    <message>
        <source>Kramers noise is for {names}, not {optimizer}; take gaussian noise, or another optimizer</source>
        <translation>Kramers 噪声适用于 {names}，不适用于 {optimizer}；请改用 gaussian 噪声，或换一个优化器</translation>
    </message>
    <message>
        <source>LBFGS</source>
        <translation>LBFGS</translation>
    </message>
    <message>
        <source>Langevin noise is for gradient-descent, not {optimizer}; take kramers or gaussian noise, or another optimizer</source>
        <translation>Langevin 噪声适用于 gradient-descent，不适用于 {optimizer}；请改用 kramers 或 gaussian 噪声，或换一个优化器</translation>
    </message>
    <message>
        <source>Langevin noise with a temperature of a quarter of the hill's height: how long until a ball is over?</source>
        <translation>Langevin 噪声，温度为山丘高度的四分之一：小球多久才能翻过去？</translation>
    </message>
    <message>
        <source>Largest root mean square of the scaled gradient.</source>
        <translation>缩放后梯度的均方根上限。</translation>
    </message>
    <message>
        <source>Learning rate 0.01 with momentum 0, 0.9 and 0.63, beside 0.03 without.</source>
        <translation>学习率 0.01，动量 0、0.9 和 0.63；旁边是无动量的 0.03。</translation>
    </message>
    <message>
        <source>Learning rate 0.4: steady across the valley, slow along it.</source>
        <translation>学习率 0.4：横向稳定，纵向缓慢。</translation>
    </message>
    <message>
        <source>Learning rate 0.6 with momentum 0.25 barely converges, but it does.</source>
        <translation>学习率 0.6、动量 0.25：勉强收敛，但确实收敛。</translation>
    </message>
    <message>
        <source>Learning rate 0.6 with momentum 0.5 converges in both directions.</source>
        <translation>学习率 0.6、动量 0.5：两个方向都收敛。</translation>
    </message>
    <message>
        <source>Learning rate 0.6: x1 gains, x2 flies off.</source>
        <translation>学习率 0.6：x1 变快了，x2 却飞了出去。</translation>
    </message>
    <message>
        <source>Learning rate decay.</source>
        <translation>学习率衰减。</translation>
    </message>
    <message>
        <source>Learning rate on 4x²</source>
        <translation>4x² 上的学习率</translation>
    </message>
    <message>
        <source>Least squares in a matrix; the map sought is a quarter turn</source>
        <translation>矩阵的最小二乘；要找的映射是旋转 90 度</translation>
    </message>
    <message>
        <source>Leaving a saddle</source>
        <translation>离开鞍点</translation>
    </message>
    <message>
        <source>Length of the cycle; after it, the final value.</source>
        <translation>周期的长度；之后为终值。</translation>
    </message>
    <message>
        <source>Linear map</source>
        <translation>线性映射</translation>
    </message>
    <message>
        <source>Linear regression on wind-tunnel data, learning rate 0.005.</source>
        <translation>风洞数据上的线性回归，学习率 0.005。</translation>
    </message>
    <message>
        <source>Linear regression on wind-tunnel data, learning rate 0.01.</source>
        <translation>风洞数据上的线性回归，学习率 0.01。</translation>
    </message>
    <message>
        <source>Linear regression on wind-tunnel data, learning rate 0.02.</source>
        <translation>风洞数据上的线性回归，学习率 0.02。</translation>
    </message>
    <message>
        <source>Linear warm-up</source>
        <translation>线性预热</translation>
    </message>
    <message>
        <source>Lion</source>
        <translation>Lion</translation>
    </message>
    <message>
        <source>Look ahead along the velocity.</source>
        <translation>沿速度方向前瞻。</translation>
    </message>
    <message>
        <source>Looking ahead damps the swing</source>
        <translation>前瞻抑制摆动</translation>
    </message>
    <message>
        <source>Loss after the last step; inf where the run diverged.</source>
        <translation>最后一步之后的损失；运行发散时为 inf。</translation>
    </message>
    <message>
        <source>Lower the rate, raise the momentum</source>
        <translation>降低学习率，提高动量</translation>
    </message>
    <message>
        <source>Lévi 13</source>
        <translation>Lévi 13 号函数</translation>
    </message>
    <message>
        <source>MSELoss has no ½, so the same learning rate moves twice as far; halve the loss to compare.</source>
        <translation>MSELoss 没有 ½，所以同样的学习率走两倍远；把损失减半即可比较。</translation>
    </message>
    <message>
        <source>Matyas</source>
        <translation>Matyas 函数</translation>
    </message>
    <message>
        <source>Maximal number of function evaluations per optimization.</source>
        <translation>每次优化的最大函数求值次数。</translation>
    </message>
    <message>
        <source>Maximal number of iterations per optimization step.</source>
        <translation>每个优化步骤的最大迭代次数。</translation>
    </message>
    <message>
        <source>Mild ellipse</source>
        <translation>温和的椭圆</translation>
    </message>
    <message>
        <source>Minimum reached</source>
        <translation>到达的最小值</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Momentum (averaged form)</source>
        <translation>动量（平均形式）</translation>
    </message>
    <message>
        <source>Momentum (displacement form)</source>
        <translation>动量（位移形式）</translation>
    </message>
    <message>
        <source>Momentum 1 keeps the energy for ever; a little friction takes it away.</source>
        <translation>动量为 1 时能量永远保持；一点摩擦就会把它带走。</translation>
    </message>
    <message>
        <source>Momentum and L-BFGS use the shape of the bowl; the adaptive ones rescale each coordinate, so they hardly mind that it is narrow.</source>
        <translation>动量和 L-BFGS 利用碗的形状；自适应方法按坐标重新缩放，因此几乎不在意它的狭窄。</translation>
    </message>
    <message>
        <source>Momentum at the rate that diverged</source>
        <translation>在发散的学习率上加动量</translation>
    </message>
    <message>
        <source>Momentum averages the noise out on its way and keeps shaking at the bottom.</source>
        <translation>动量在途中把噪声平均掉，到了谷底仍不停抖动。</translation>
    </message>
    <message>
        <source>Momentum gathers speed on the flat: it arrives in 70 steps where gradient descent needs 460.</source>
        <translation>动量在平地上积累速度：70 步到达，梯度下降要 460 步。</translation>
    </message>
    <message>
        <source>Momentum in a heat bath</source>
        <translation>热浴中的动量</translation>
    </message>
    <message>
        <source>Momentum momentum_decay.</source>
        <translation>动量的衰减。</translation>
    </message>
    <message>
        <source>Momentum tames the ravine</source>
        <translation>动量驯服峡谷</translation>
    </message>
    <message>
        <source>Momentum walk-through in PyTorch on w²/2</source>
        <translation>PyTorch 中 w²/2 上的动量演示</translation>
    </message>
    <message>
        <source>Momentum with Kramers noise: balls with mass and friction, at the temperature of the preset before.</source>
        <translation>带 Kramers 噪声的动量：有质量和摩擦的小球，温度与前一个预设相同。</translation>
    </message>
    <message>
        <source>Most of the time nothing happens, and when it does it is quick. The page Noise counts the escapes of ten thousand balls and sets the mean time beside Kramers' formula, which is for hills much higher than σ²: lower σ there and the two agree.</source>
        <translation>大多数时候什么也不发生，一旦发生就很快。“噪声”页统计一万个小球的逃逸，并把平均时间与 Kramers 公式并列；公式适用于远高于 σ² 的山丘：在那里减小 σ，两者就会一致。</translation>
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
        <translation>Nesterov（前瞻）</translation>
    </message>
    <message>
        <source>Nesterov (midpoint)</source>
        <translation>Nesterov（中点）</translation>
    </message>
    <message>
        <source>Nesterov (shifted variable)</source>
        <translation>Nesterov（变量替换）</translation>
    </message>
    <message>
        <source>No step gets larger.</source>
        <translation>步长不会超过此值。</translation>
    </message>
    <message>
        <source>No step gets smaller.</source>
        <translation>步长不会低于此值。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Noise finds the deeper well</source>
        <translation>噪声找到更深的势阱</translation>
    </message>
    <message>
        <source>None climbs; 0.1156 is the fastest, for it is the nearest to 1/8.</source>
        <translation>都没有上升；0.1156 最快，因为它最接近 1/8。</translation>
    </message>
    <message>
        <source>Norm of the full gradient after the last step; inf where the run diverged.</source>
        <translation>最后一步之后完整梯度的范数；运行发散时为 inf。</translation>
    </message>
    <message>
        <source>Normal vectors that linear noise averages, as a batch of so many examples would.</source>
        <translation>线性噪声所平均的正态向量个数，相当于同样多样本的批量。</translation>
    </message>
    <message>
        <source>Number of Newton–Schulz iteration steps.</source>
        <translation>Newton–Schulz 迭代的步数。</translation>
    </message>
    <message>
        <source>Number of coordinates.</source>
        <translation>坐标的个数。</translation>
    </message>
    <message>
        <source>Number of coordinates; each next one has to follow the square of the last.</source>
        <translation>坐标的个数；后一个坐标要跟随前一个的平方。</translation>
    </message>
    <message>
        <source>Number of coordinates; the number of minima doubles with each.</source>
        <translation>坐标的个数；每增加一个，极小点的数目翻倍。</translation>
    </message>
    <message>
        <source>Number of coordinates; the number of minima grows elevenfold with each.</source>
        <translation>坐标的个数；每增加一个，极小点的数目变为十一倍。</translation>
    </message>
    <message>
        <source>Number of coordinates; the smallest curvature is 2^(1 − dimension).</source>
        <translation>坐标的个数；最小曲率为 2^(1 − 维数)。</translation>
    </message>
    <message>
        <source>Number of updates.</source>
        <translation>更新次数。</translation>
    </message>
    <message>
        <source>One after another</source>
        <translation>依次进行</translation>
    </message>
    <message>
        <source>One ball, three time steps</source>
        <translation>一个小球，三种时间步长</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <source>One path until the drop. Then the accumulated form, which multiplies its velocity by the new rate, almost stops, and the displacement form keeps the speed that it had and overshoots.</source>
        <translation>下降之前轨迹相同。之后，累积形式把速度乘以新的学习率，几乎停下；位移形式保持原来的速度，冲过了头。</translation>
    </message>
    <message>
        <source>One rate, four curvatures</source>
        <translation>一个学习率，四种曲率</translation>
    </message>
    <message>
        <source>One step and it is there, exactly.</source>
        <translation>一步就到，分毫不差。</translation>
    </message>
    <message>
        <source>Only 0.2678 and 0.3 still climb.</source>
        <translation>只有 0.2678 和 0.3 仍在上升。</translation>
    </message>
    <message>
        <source>Only the ball with momentum 0.9 reaches the deeper well on the right.</source>
        <translation>只有动量 0.9 的小球到达右边更深的势阱。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Over the hill</source>
        <translation>越过山丘</translation>
    </message>
    <message>
        <source>Overshoot</source>
        <translation>超调</translation>
    </message>
    <message>
        <source>Pair of (etaminus, etaplus), that are multiplicative increase and decrease factors.</source>
        <translation>(etaminus, etaplus)：乘性的减小和增大因子。</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>路径长度</translation>
    </message>
    <message>
        <source>Peak over start; below 1, it dips instead.</source>
        <translation>峰值与起始值之比；小于 1 则先下沉。</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>高原</translation>
    </message>
    <message>
        <source>Point at which to start averaging.</source>
        <translation>从哪一步开始平均。</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>多项式</translation>
    </message>
    <message>
        <source>Power for eta update.</source>
        <translation>eta 更新的幂次。</translation>
    </message>
    <message>
        <source>Pull towards the origin that is added to the gradient.</source>
        <translation>加在梯度上的、指向原点的拉力。</translation>
    </message>
    <message>
        <source>Pull towards the origin, which also sets how fast the learning rate falls.</source>
        <translation>指向原点的拉力，同时决定学习率下降的快慢。</translation>
    </message>
    <message>
        <source>PyTorch optimizer lecture, learning rate</source>
        <translation>PyTorch 优化器讲义，学习率</translation>
    </message>
    <message>
        <source>QHAdam</source>
        <translation>QHAdam</translation>
    </message>
    <message>
        <source>Quasi-hyperbolic momentum</source>
        <translation>准双曲动量</translation>
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
        <translation>势阱达到一半深度处的半径；再往外是平原。</translation>
    </message>
    <message>
        <source>Range that the landscape shows first: a row [low, high] for each coordinate; -5 to 5 where it is not given.</source>
        <translation>地形图最初显示的范围：每个坐标一行 [下限, 上限]；不给则为 -5 到 5。</translation>
    </message>
    <message>
        <source>Rastrigin</source>
        <translation>Rastrigin 函数</translation>
    </message>
    <message>
        <source>Real data through torch.optim.SGD</source>
        <translation>用 torch.optim.SGD 跑真实数据</translation>
    </message>
    <message>
        <source>Real data: minibatches with and without momentum</source>
        <translation>真实数据：小批量，有动量与无动量</translation>
    </message>
    <message>
        <source>Real data: momentum 0.5</source>
        <translation>真实数据：动量 0.5</translation>
    </message>
    <message>
        <source>Real data: momentum 0.9</source>
        <translation>真实数据：动量 0.9</translation>
    </message>
    <message>
        <source>Real data: momentum 0.9, smaller rate</source>
        <translation>真实数据：动量 0.9，更小的学习率</translation>
    </message>
    <message>
        <source>Real data: the batch grows</source>
        <translation>真实数据：批量增大</translation>
    </message>
    <message>
        <source>Real data: the rate falls</source>
        <translation>真实数据：学习率下降</translation>
    </message>
    <message>
        <source>Rosenbrock</source>
        <translation>Rosenbrock 函数</translation>
    </message>
    <message>
        <source>Rosenbrock: easy to find the valley, hard to follow it.</source>
        <translation>Rosenbrock 函数：找到山谷容易，沿着它走很难。</translation>
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
        <translation>一维二次函数</translation>
    </message>
    <message>
        <source>Second derivative of the parabola; learning rate × curvature decides stability.</source>
        <translation>抛物线的二阶导数；学习率 × 曲率决定稳定性。</translation>
    </message>
    <message>
        <source>Set the objective back to the ravine and compare: it is the ratio of the curvatures that hurts.</source>
        <translation>把目标函数换回峡谷比较一下：有害的是曲率之比。</translation>
    </message>
    <message>
        <source>Share of the average gradient kept from step to step.</source>
        <translation>平均梯度每步保留的比例。</translation>
    </message>
    <message>
        <source>Share of the average in the direction of the step.</source>
        <translation>平均在步进方向中所占的比例。</translation>
    </message>
    <message>
        <source>Share of the average kept from step to step.</source>
        <translation>平均值每步保留的比例。</translation>
    </message>
    <message>
        <source>Share of the average squared gradient and step kept from step to step.</source>
        <translation>梯度平方和步长平方的平均每步保留的比例。</translation>
    </message>
    <message>
        <source>Share of the average squared gradient kept from step to step.</source>
        <translation>梯度平方的平均每步保留的比例。</translation>
    </message>
    <message>
        <source>Share of the average squared surprise kept from step to step.</source>
        <translation>偏差平方的平均每步保留的比例。</translation>
    </message>
    <message>
        <source>Share of the cycle that rises.</source>
        <translation>周期中上升部分所占的比例。</translation>
    </message>
    <message>
        <source>Share of the gradient left out of the velocity; equal to momentum, it averages.</source>
        <translation>梯度中不计入速度的比例；等于动量时即为平均。</translation>
    </message>
    <message>
        <source>Share of the gradient left out of the velocity; equal to momentum, it averages. The first step leaves out nothing.</source>
        <translation>梯度中不计入速度的比例；等于动量时即为平均。第一步全部计入。</translation>
    </message>
    <message>
        <source>Share of the largest gradient kept from step to step.</source>
        <translation>最大梯度每步保留的比例。</translation>
    </message>
    <message>
        <source>Share of the position, times the learning rate, that each step takes away.</source>
        <translation>每一步从位置中减去的比例（再乘以学习率）。</translation>
    </message>
    <message>
        <source>Share of the value in the first step.</source>
        <translation>第一步时占原值的比例。</translation>
    </message>
    <message>
        <source>Share of the value that is left at the bottom.</source>
        <translation>最低处保留原值的比例。</translation>
    </message>
    <message>
        <source>Share of the velocity kept from step to step. 0 forgets everything, 1 has no friction.</source>
        <translation>速度每步保留的比例。0 全部忘记，1 没有摩擦。</translation>
    </message>
    <message>
        <source>Show the flow (W): all three follow the same ball. Learning rates of 0.13 and 0.0095 differ by fourteen, but the steps only by four.</source>
        <translation>显示流（W）：三者都跟随同一个小球。学习率 0.13 和 0.0095 相差十四倍，步长却只差四倍。</translation>
    </message>
    <message>
        <source>Show the flow (W): every half of the learning rate brings the balls twice as near to it. The page Flow measures it: order 1.</source>
        <translation>显示流（W）：学习率每减半，小球就离它近一倍。“流”页会测量它：1 阶。</translation>
    </message>
    <message>
        <source>Shrink the position itself instead of adding the pull to the gradient.</source>
        <translation>直接缩小位置本身，而不是把拉力加到梯度上。</translation>
    </message>
    <message>
        <source>Signum (signSGD with momentum)</source>
        <translation>Signum（带动量的 signSGD）</translation>
    </message>
    <message>
        <source>Slope at the origin.</source>
        <translation>原点处的坡度。</translation>
    </message>
    <message>
        <source>Smallest divisor. The default is float64's machine precision, as in torch.</source>
        <translation>最小的除数。默认值与 torch 一样，是 float64 的机器精度。</translation>
    </message>
    <message>
        <source>Smallest scale of the position: steps are relative to its root mean square.</source>
        <translation>位置的最小尺度：步长相对于位置的均方根。</translation>
    </message>
    <message>
        <source>Smoothing constant.</source>
        <translation>平滑常数。</translation>
    </message>
    <message>
        <source>SparseAdam</source>
        <translation>SparseAdam</translation>
    </message>
    <message>
        <source>Spectrum of curvatures</source>
        <translation>曲率谱</translation>
    </message>
    <message>
        <source>Start over end.</source>
        <translation>起始值与终值之比。</translation>
    </message>
    <message>
        <source>Step after which iterates are averaged; before, the average is the iterate.</source>
        <translation>从这一步起对迭代点取平均；在此之前，平均就是当前点。</translation>
    </message>
    <message>
        <source>Step at which 0 is reached; it stays there.</source>
        <translation>到达 0 的步数；之后保持。</translation>
    </message>
    <message>
        <source>Step at which the value itself is reached; it stays there.</source>
        <translation>到达原值的步数；之后保持。</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>逐步</translation>
    </message>
    <message>
        <source>Step of divergence</source>
        <translation>发散的步</translation>
    </message>
    <message>
        <source>Step of every coordinate at the start.</source>
        <translation>开始时每个坐标的步长。</translation>
    </message>
    <message>
        <source>Step of the bottom; as torch's, it rises again after it.</source>
        <translation>最低点所在的步；与 torch 一样，之后会再升高。</translation>
    </message>
    <message>
        <source>Step size: how far the ball moves for a given slope. Too large and it diverges.</source>
        <translation>步长：对给定坡度小球移动多远。太大就会发散。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps at chosen times</source>
        <translation>在指定步下降</translation>
    </message>
    <message>
        <source>Steps at which it drops.</source>
        <translation>下降发生在哪些步。</translation>
    </message>
    <message>
        <source>Steps at which the next part takes over.</source>
        <translation>下一部分从哪些步开始。</translation>
    </message>
    <message>
        <source>Steps from one drop to the next.</source>
        <translation>两次下降之间的步数。</translation>
    </message>
    <message>
        <source>Steps to the first restart.</source>
        <translation>到第一次重启的步数。</translation>
    </message>
    <message>
        <source>Steps to tolerance</source>
        <translation>达到容差的步数</translation>
    </message>
    <message>
        <source>Still too much: three times as far each step.</source>
        <translation>还是太大：每步远三倍。</translation>
    </message>
    <message>
        <source>Strength of the noise; its square is the temperature.</source>
        <translation>噪声的强度；它的平方是温度。</translation>
    </message>
    <message>
        <source>Strength; for Langevin and Kramers noise its square is the temperature.</source>
        <translation>强度；对 Langevin 和 Kramers 噪声，它的平方是温度。</translation>
    </message>
    <message>
        <source>Styblinski–Tang</source>
        <translation>Styblinski–Tang 函数</translation>
    </message>
    <message>
        <source>Sum of the lengths of all steps; inf where the run diverged.</source>
        <translation>所有步长之和；运行发散时为 inf。</translation>
    </message>
    <message>
        <source>Symmetric positive definite matrix: the curvature.</source>
        <translation>对称正定矩阵：曲率。</translation>
    </message>
    <message>
        <source>Ten balls on 4x², rates from 0.01 to 0.2.</source>
        <translation>4x² 上的十个小球，学习率从 0.01 到 0.2。</translation>
    </message>
    <message>
        <source>Ten balls on 4x², rates from 0.01 to 0.3.</source>
        <translation>4x² 上的十个小球，学习率从 0.01 到 0.3。</translation>
    </message>
    <message>
        <source>Ten balls on 4x², rates from 0.01 to 0.5.</source>
        <translation>4x² 上的十个小球，学习率从 0.01 到 0.5。</translation>
    </message>
    <message>
        <source>Ten curvatures at once</source>
        <translation>同时十种曲率</translation>
    </message>
    <message>
        <source>Ten learning rates up to 0.2</source>
        <translation>十个学习率，最大 0.2</translation>
    </message>
    <message>
        <source>Ten learning rates up to 0.3</source>
        <translation>十个学习率，最大 0.3</translation>
    </message>
    <message>
        <source>Ten learning rates up to 0.5</source>
        <translation>十个学习率，最大 0.5</translation>
    </message>
    <message>
        <source>Ten optimizers of torch.optim</source>
        <translation>torch.optim 的十个优化器</translation>
    </message>
    <message>
        <source>Termination tolerance on first order optimality.</source>
        <translation>一阶最优性的终止容差。</translation>
    </message>
    <message>
        <source>Termination tolerance on function value/parameter changes.</source>
        <translation>函数值或参数变化的终止容差。</translation>
    </message>
    <message>
        <source>The balls swing where those without mass jitter, and yet on the page Noise they come to have the same density: friction changes the way, not the end.</source>
        <translation>没有质量的小球在抖动之处，这些小球在摆动，然而在“噪声”页上它们达到同样的密度：摩擦改变路途，不改变终点。</translation>
    </message>
    <message>
        <source>The best of each method</source>
        <translation>每种方法的最佳表现</translation>
    </message>
    <message>
        <source>The clipping threshold, used to avoid larger-than-desired updates.</source>
        <translation>裁剪阈值，用来避免过大的更新。</translation>
    </message>
    <message>
        <source>The concise version: MSELoss, four epochs.</source>
        <translation>简洁实现：MSELoss，四轮。</translation>
    </message>
    <message>
        <source>The decay rate of beta2.</source>
        <translation>beta2 的衰减率。</translation>
    </message>
    <message>
        <source>The factor is 0.2: five times closer each step, always from the same side.</source>
        <translation>因子为 0.2：每步近五倍，始终在同一侧。</translation>
    </message>
    <message>
        <source>The factor is 1 − 8 · 0.125 = 0: the inverse of the curvature is the best rate of all.</source>
        <translation>因子为 1 − 8 · 0.125 = 0：曲率的倒数是最好的学习率。</translation>
    </message>
    <message>
        <source>The factor is −0.6: alternating signs, shrinking size.</source>
        <translation>因子为 −0.6：符号交替，大小缩减。</translation>
    </message>
    <message>
        <source>The five rates from 0.2822 up climb without end.</source>
        <translation>从 0.2822 起的五个学习率无止境地上升。</translation>
    </message>
    <message>
        <source>The function to minimise, in x, in x and y, or in x1 to x50; other names become sliders.</source>
        <translation>要最小化的函数，用 x、x 和 y，或 x1 到 x50 写；其他名字会变成滑块。</translation>
    </message>
    <message>
        <source>The learning rate falls as 1 / (1 + decay · steps taken).</source>
        <translation>学习率按 1 / (1 + 衰减 · 已走步数) 下降。</translation>
    </message>
    <message>
        <source>The newest squared gradient's share of the average falls as this power of the step.</source>
        <translation>最新的梯度平方在平均中的比例按步数的这个幂次下降。</translation>
    </message>
    <message>
        <source>The one that looks ahead brakes before it overshoots, so it swings least; the midpoint rule lies between the two.</source>
        <translation>前瞻的小球在冲过头之前就刹车，因此摆动最小；中点法介于两者之间。</translation>
    </message>
    <message>
        <source>The ravine</source>
        <translation>峡谷</translation>
    </message>
    <message>
        <source>The ravine with noise</source>
        <translation>有噪声的峡谷</translation>
    </message>
    <message>
        <source>The saddle x1² − x2², bounded by a quartic</source>
        <translation>鞍点 x1² − x2²，以四次项为界</translation>
    </message>
    <message>
        <source>The same ball with friction 0.5, 2.5 and 15, and gradient descent, which has no speed at all.</source>
        <translation>同一个小球，摩擦为 0.5、2.5 和 15，以及完全没有速度的梯度下降。</translation>
    </message>
    <message>
        <source>The same hill in two dimensions.</source>
        <translation>同一座山丘，放到二维。</translation>
    </message>
    <message>
        <source>The same learning rate and momentum, written in two ways; after 10 steps the rate drops to a tenth.</source>
        <translation>学习率和动量相同、写法不同；10 步后学习率降到十分之一。</translation>
    </message>
    <message>
        <source>The same noise on every gradient, for both balls.</source>
        <translation>两个小球的每个梯度上都有同样的噪声。</translation>
    </message>
    <message>
        <source>The same rates in a milder bowl</source>
        <translation>同样的学习率，更缓的碗</translation>
    </message>
    <message>
        <source>The small learning rate crawls along the valley, the large one flies up its walls; with momentum the same large one rolls home.</source>
        <translation>小学习率沿山谷爬行，大学习率飞上谷壁；有了动量，同样大的学习率滚回了家。</translation>
    </message>
    <message>
        <source>The temperature falls in the same proportions as in the preset before, where the batch grew instead, and so does the jitter of the loss. The page Noise sets the temperature of each rate and batch size beside the loss above its least value.</source>
        <translation>温度下降的比例与前一个预设（那里是批量增大）相同，损失的抖动也是如此。“噪声”页把每个学习率和批量大小的温度与超出最小值的损失并列。</translation>
    </message>
    <message>
        <source>The temperature is the learning rate over the batch size. As the batch grows the loss jitters less and sinks towards its least value, 0.2417, as it does in the next preset, where the rate falls instead: as many epochs, a third of the steps.</source>
        <translation>温度是学习率除以批量大小。批量增大，损失的抖动变小，降向最小值 0.2417；下一个预设改为降低学习率，结果一样：轮数相同，步数只有三分之一。</translation>
    </message>
    <message>
        <source>The ten classes that the lecture lists, each stepped by torch itself.</source>
        <translation>讲义列出的十个类，每个都由 torch 自己来走。</translation>
    </message>
    <message>
        <source>The velocity averages the slopes: across the valley they cancel, along it they add up.</source>
        <translation>速度是坡度的平均：横跨山谷的互相抵消，沿着山谷的累加起来。</translation>
    </message>
    <message>
        <source>Three balls, one ravine: too slow, too fast, and just right with momentum.</source>
        <translation>三个小球，一条峡谷：太慢、太快，以及有了动量刚刚好。</translation>
    </message>
    <message>
        <source>Three learning rates on the way of one gradient flow.</source>
        <translation>同一条梯度流路上的三个学习率。</translation>
    </message>
    <message>
        <source>Three-hump camel</source>
        <translation>三驼峰函数</translation>
    </message>
    <message>
        <source>Time that one step stands for; without friction it is the learning rate.</source>
        <translation>一步所代表的时间；没有摩擦时就是学习率。</translation>
    </message>
    <message>
        <source>Too much momentum rings</source>
        <translation>动量过大会来回振荡</translation>
    </message>
    <message>
        <source>Twice the momentum memory, half the rate: an effective step of 0.1 is too noisy here.</source>
        <translation type="vanished">动量记忆加倍，学习率减半：有效步长 0.1 在这里噪声太大。</translation>
    </message>
    <message>
        <source>Two epochs of minibatches of 10: the loss is near its least value, 0.2417, and keeps jittering.</source>
        <translation>两轮、每批 10 个样本：损失接近最小值 0.2417，仍在抖动。</translation>
    </message>
    <message>
        <source>Two forms of momentum part at a drop</source>
        <translation>学习率下降时，两种动量形式分道扬镳</translation>
    </message>
    <message>
        <source>Two steps by hand on w²/2</source>
        <translation>w²/2 上手算两步</translation>
    </message>
    <message>
        <source>Two wells</source>
        <translation>两个势阱</translation>
    </message>
    <message>
        <source>Two wells in the plane</source>
        <translation>平面上的两个势阱</translation>
    </message>
    <message>
        <source>Type your own</source>
        <translation>输入自己的公式</translation>
    </message>
    <message>
        <source>Under Averages, both runs have the same effective step; their balls never part.</source>
        <translation>在“平均”页上，两个运行的有效步长相同；它们的小球始终不分开。</translation>
    </message>
    <message>
        <source>Under Eigenvalues, the flattest and the steepest direction shrink equally fast: by 0.905, 0.744 and 0.635 a step.</source>
        <translation>在“特征值”页上，最平与最陡的方向缩小得一样快：每步乘以 0.905、0.744 和 0.635。</translation>
    </message>
    <message>
        <source>Update history size.</source>
        <translation>更新历史的大小。</translation>
    </message>
    <message>
        <source>Value at the origin.</source>
        <translation>原点处的值。</translation>
    </message>
    <message>
        <source>Values of the formula's named parameters; 1 where none is given.</source>
        <translation>公式中命名参数的值；不给则为 1。</translation>
    </message>
    <message>
        <source>Weight of the averaged gradient: 0 is gradient descent, 1 is averaged momentum.</source>
        <translation>平均梯度的权重：0 为梯度下降，1 为平均形式的动量。</translation>
    </message>
    <message>
        <source>Weight of the averaged gradient; the rest is the gradient itself.</source>
        <translation>平均梯度的权重；其余是梯度本身。</translation>
    </message>
    <message>
        <source>Weight of the averaged square; the rest is the squared gradient itself.</source>
        <translation>平均平方的权重；其余是梯度平方本身。</translation>
    </message>
    <message>
        <source>What a coordinate's step is multiplied by when its slope changes sign.</source>
        <translation>坐标的坡度变号时，步长乘以此数。</translation>
    </message>
    <message>
        <source>What a coordinate's step is multiplied by while its slope keeps its sign.</source>
        <translation>坐标的坡度不变号时，步长乘以此数。</translation>
    </message>
    <message>
        <source>What each drop multiplies by.</source>
        <translation>每次下降所乘的数。</translation>
    </message>
    <message>
        <source>What every step multiplies by.</source>
        <translation>每一步所乘的数。</translation>
    </message>
    <message>
        <source>What sets the strength.</source>
        <translation>强度由什么决定。</translation>
    </message>
    <message>
        <source>What slows the ball down. 0 keeps its energy for ever, much of it makes the ball creep.</source>
        <translation>使小球变慢的因素。0 永远保持能量，很大时小球爬行。</translation>
    </message>
    <message>
        <source>What the sum of squared gradients starts from; above 0, it softens the first steps.</source>
        <translation>梯度平方和的初始值；大于 0 时使最初几步更柔和。</translation>
    </message>
    <message>
        <source>What the value is multiplied by.</source>
        <translation>数值所乘的数。</translation>
    </message>
    <message>
        <source>Where looking ahead diverges first</source>
        <translation>前瞻法最先发散之处</translation>
    </message>
    <message>
        <source>Whether all runs get the same noise, or each its own.</source>
        <translation>所有运行用同样的噪声，还是各用各的。</translation>
    </message>
    <message>
        <source>Whether to decouple the weight decay as in AdamW to obtain NAdamW.</source>
        <translation>是否像 AdamW 那样解耦权重衰减，得到 NAdamW。</translation>
    </message>
    <message>
        <source>Whether to decouple the weight decay as in AdamW to obtain RAdamW.</source>
        <translation>是否像 AdamW 那样解耦权重衰减，得到 RAdamW。</translation>
    </message>
    <message>
        <source>Whether to use the AMSGrad variant of this algorithm from the paper On the Convergence of Adam and Beyond.</source>
        <translation>是否使用论文 On the Convergence of Adam and Beyond 中的 AMSGrad 变体。</translation>
    </message>
    <message>
        <source>Which known minimum the run ended at, counted from 0: the nearest, if it is nearer than half of the way between the closest two, or than a twentieth of the view if there is one; −1 if there is none.</source>
        <translation>运行停在哪个已知的最小值，从 0 数起：取最近的，条件是距离小于最近两个最小值间距的一半；只有一个最小值时，小于视野的二十分之一；没有则为 −1。</translation>
    </message>
    <message>
        <source>Which of four minima?</source>
        <translation>四个极小点，会到哪个？</translation>
    </message>
    <message>
        <source>With little friction the ball has energy left for the hill. With more it stops in the first well, with much it creeps there like gradient descent.</source>
        <translation>摩擦小，小球还有翻过山丘的能量。摩擦大一些，它停在第一个势阱；很大时，它像梯度下降一样爬过去。</translation>
    </message>
    <message>
        <source>With η = 0.1: 0.99 creeps, 0.9 decays, 0 arrives at once, −0.9 swings. Watch the coordinates, not the loss.</source>
        <translation>η = 0.1 时：0.99 爬行，0.9 衰减，0 一步到达，−0.9 摆动。请看坐标，而不是损失。</translation>
    </message>
    <message>
        <source>Without friction</source>
        <translation>没有摩擦</translation>
    </message>
    <message>
        <source>Without friction the ball never settles. On the page Energy its total wavers with the steps and does not drift.</source>
        <translation>没有摩擦，小球永不停下。在“能量”页上，总能量随步长波动，但不漂移。</translation>
    </message>
    <message>
        <source>Your formula</source>
        <translation>您的公式</translation>
    </message>
    <message>
        <source>a comma only separates the arguments of a function; write 1.5 with a dot</source>
        <translation>逗号只用来分隔函数的参数；小数请用点，写作 1.5</translation>
    </message>
    <message>
        <source>a derivative of the formula has more than {most:,} operations; shorten it</source>
        <translation>公式的一个导数有超过 {most:,} 个运算；请缩短</translation>
    </message>
    <message>
        <source>a dot is only allowed inside a number, such as 0.5</source>
        <translation>点只能出现在数字中，例如 0.5</translation>
    </message>
    <message>
        <source>a grid along {dim} coordinates needs {least:,} starts and at most {most:,} are allowed; take a cloud, or give more</source>
        <translation>沿 {dim} 个坐标的网格需要 {least:,} 个起点，最多允许 {most:,} 个；请用点云，或多给一些</translation>
    </message>
    <message>
        <source>a list of [[published]] tables</source>
        <translation>[[published]] 表的列表</translation>
    </message>
    <message>
        <source>a list of [[runs]] tables</source>
        <translation>[[runs]] 表的列表</translation>
    </message>
    <message>
        <source>a list of schedules</source>
        <translation>调度的列表</translation>
    </message>
    <message>
        <source>a logarithmic range cannot begin at {low:g}; begin above 0</source>
        <translation>对数范围不能从 {low:g} 开始；请从大于 0 处开始</translation>
    </message>
    <message>
        <source>a name has no two underscores in a row</source>
        <translation>名字中不能有连续两个下划线</translation>
    </message>
    <message>
        <source>a name starts with a letter, such as a or x1</source>
        <translation>名字以字母开头，例如 a 或 x1</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>a number, a name or an opening bracket</source>
        <translation>一个数、一个名字或左括号</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>一个表</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>一个整数</translation>
    </message>
    <message>
        <source>accumulated</source>
        <translation>累积</translation>
    </message>
    <message>
        <source>accumulated, η 0.05</source>
        <translation>累加，η 0.05</translation>
    </message>
    <message>
        <source>adjust lr fn</source>
        <translation>学习率调整函数</translation>
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
        <translation>指数单独出现；它前面应有{expected}</translation>
    </message>
    <message>
        <source>an operator is missing; for a product write {left}*{right}</source>
        <translation>缺少运算符；乘积请写 {left}*{right}</translation>
    </message>
    <message>
        <source>at</source>
        <translation>所在步</translation>
    </message>
    <message>
        <source>at character {place}, {problem}</source>
        <translation>第 {place} 个字符：{problem}</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>averaged, η 0.5</source>
        <translation>平均，η 0.5</translation>
    </message>
    <message>
        <source>averaging start</source>
        <translation>平均起点</translation>
    </message>
    <message>
        <source>ball 1</source>
        <translation>小球 1</translation>
    </message>
    <message>
        <source>ball 2</source>
        <translation>小球 2</translation>
    </message>
    <message>
        <source>ball 3</source>
        <translation>小球 3</translation>
    </message>
    <message>
        <source>ball 4</source>
        <translation>小球 4</translation>
    </message>
    <message>
        <source>ball 5</source>
        <translation>小球 5</translation>
    </message>
    <message>
        <source>ball 6</source>
        <translation>小球 6</translation>
    </message>
    <message>
        <source>ball 7</source>
        <translation>小球 7</translation>
    </message>
    <message>
        <source>ball 8</source>
        <translation>小球 8</translation>
    </message>
    <message>
        <source>balls</source>
        <translation>小球</translation>
    </message>
    <message>
        <source>barrier</source>
        <translation>势垒</translation>
    </message>
    <message>
        <source>batch 5, rate 0.1, 0.025, 0.00625, 0.0015625</source>
        <translation>批量 5，学习率 0.1、0.025、0.00625、0.0015625</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批量大小</translation>
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
        <translation>beta2 衰减</translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation>无法读取：{reason}</translation>
    </message>
    <message>
        <source>cannot be used: {reason}</source>
        <translation>无法使用：{reason}</translation>
    </message>
    <message>
        <source>cannot be written: {reason}</source>
        <translation>无法写入：{reason}</translation>
    </message>
    <message>
        <source>centered</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>点云</translation>
    </message>
    <message>
        <source>comparisons have no place; min, max, abs, sign and relu may do</source>
        <translation>不能使用比较；可以用 min、max、abs、sign 和 relu</translation>
    </message>
    <message>
        <source>converged</source>
        <translation>收敛</translation>
    </message>
    <message>
        <source>converged at step {step}</source>
        <translation>在第 {step} 步收敛</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>count</source>
        <translation>个数</translation>
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
        <translation>抑制系数</translation>
    </message>
    <message>
        <source>dask.distributed is not installed; pip install distributed</source>
        <translation>没有安装 dask.distributed；请运行 pip install distributed</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>衰减</translation>
    </message>
    <message>
        <source>decoupled weight decay</source>
        <translation>解耦权重衰减</translation>
    </message>
    <message>
        <source>decrease factor</source>
        <translation>减小因子</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>did you mean {near!r}? </source>
        <translation>是不是想写 {near!r}？</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>displacement</source>
        <translation>位移</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>diverged at step {step}</source>
        <translation>在第 {step} 步发散</translation>
    </message>
    <message>
        <source>drawn uniformly from a box around the start; the seed fixes where</source>
        <translation>在起点周围的方框内均匀抽取；由随机种子决定位置</translation>
    </message>
    <message>
        <source>draws</source>
        <translation>抽取次数</translation>
    </message>
    <message>
        <source>dtype</source>
        <translation>数值类型</translation>
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
        <translation>间隔</translation>
    </message>
    <message>
        <source>extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>f(x), f(x, y) or f(x1, …, xn) as typed</source>
        <translation>f(x)、f(x, y) 或 f(x1, …, xn)，按输入的式子</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>factor while t &lt; steps, then 1</source>
        <translation>t &lt; 步数时为倍率，之后为 1</translation>
    </message>
    <message>
        <source>factor^(how many of 'at' are ≤ t)</source>
        <translation>倍率^（“所在步”中 ≤ t 的个数）</translation>
    </message>
    <message>
        <source>factor^t</source>
        <translation>倍率^t</translation>
    </message>
    <message>
        <source>factor^⌊t / every⌋</source>
        <translation>倍率^⌊t / 间隔⌋</translation>
    </message>
    <message>
        <source>final divisor</source>
        <translation>终值除数</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>floor + (1 − floor) (1 + cos(π t / steps)) / 2</source>
        <translation>下限 + (1 − 下限) (1 + cos(π t / 步数)) / 2</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>公式</translation>
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
        <translation>摩擦和时间步长属于动量；请选择它</translation>
    </message>
    <message>
        <source>from</source>
        <translation>起始值</translation>
    </message>
    <message>
        <source>from + (1 − from) · min(t, steps) / steps</source>
        <translation>起始值 + (1 − 起始值) · min(t, 步数) / 步数</translation>
    </message>
    <message>
        <source>from 1 / start_divisor up to 1 at t = rise · steps − 1, then down to 1 / (start_divisor · final_divisor) at steps − 1</source>
        <translation>从 1 / 起始除数 升到 1（t = 上升 · 步数 − 1 时），再降到 1 / (起始除数 · 终值除数)（第 步数 − 1 步）</translation>
    </message>
    <message>
        <source>from {low:g} to {high:g} is no range; give the smaller number first</source>
        <translation>{low:g} 到 {high:g} 不是范围；请先给较小的数</translation>
    </message>
    <message>
        <source>g ← g + weight_decay · x
v ← momentum · v + (1 − dampening) g, but v ← g in the first step
x ← x − learning_rate · v</source>
        <translation>g ← g + 权重衰减 · x
v ← 动量 · v + (1 − 抑制系数) g，但第一步 v ← g
x ← x − 学习率 · v</translation>
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
x ← x − η r m̂ √(1 − β2ᵗ) / (√s + ε)，ρ ≤ 5 时为 x − η m̂</translation>
    </message>
    <message>
        <source>g ← g + λ x
s ← s + g², s = s₀ at the start
x ← x − η / (1 + δ t) · g / (√s + ε), t the steps taken before</source>
        <translation>g ← g + λ x
s ← s + g²，开始时 s = s₀
x ← x − η / (1 + δ t) · g / (√s + ε)，t 为已走的步数</translation>
    </message>
    <message>
        <source>g ← g + λ x
s ← α s + (1 − α) g²
m ← α m + (1 − α) g, or 0 unless centered
v ← β v + g / (√(s − m²) + ε)
x ← x − η v</source>
        <translation>g ← g + λ x
s ← α s + (1 − α) g²
m ← α m + (1 − α) g，不中心化时为 0
v ← β v + g / (√(s − m²) + ε)
x ← x − η v</translation>
    </message>
    <message>
        <source>g ← g + λ x
v ← β v + (1 − τ) g, but v ← g in the first step
x ← x − η v, or x − η (g + β v) with nesterov</source>
        <translation>g ← g + λ x
v ← β v + (1 − τ) g，但第一步 v ← g
x ← x − η v，启用 Nesterov 时为 x − η (g + β v)</translation>
    </message>
    <message>
        <source>g ← g + λ x
ηₜ = η / (1 + κ η t)^α, t the steps taken before
x ← (1 − κ ηₜ) x − ηₜ g
a ← a + (x − a) / max(1, t − t₀)</source>
        <translation>g ← g + λ x
ηₜ = η / (1 + κ η t)^α，t 为已走的步数
x ← (1 − κ ηₜ) x − ηₜ g
a ← a + (x − a) / max(1, t − t₀)</translation>
    </message>
    <message>
        <source>gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>give --set as KEY=VALUE, such as steps=100</source>
        <translation>--set 请写成 KEY=VALUE，例如 steps=100</translation>
    </message>
    <message>
        <source>give 1 to {most}</source>
        <translation>请给 1 到 {most}</translation>
    </message>
    <message>
        <source>give a name that ends in .png, .csv or .parquet</source>
        <translation>请给以 .png、.csv 或 .parquet 结尾的名字</translation>
    </message>
    <message>
        <source>give a number from 0 to less than 1</source>
        <translation>请给大于等于 0 且小于 1 的数</translation>
    </message>
    <message>
        <source>give a number that is not negative</source>
        <translation>请给非负数</translation>
    </message>
    <message>
        <source>give a positive number</source>
        <translation>请给正数</translation>
    </message>
    <message>
        <source>give a row [low, high] with low &lt; high for each coordinate of the formula: {dim}</source>
        <translation>请为公式的每个坐标给一行 [下限, 上限]，且下限 &lt; 上限：{dim}</translation>
    </message>
    <message>
        <source>give an objective on data with a quadratic loss</source>
        <translation>请给数据上的、损失为二次的目标函数</translation>
    </message>
    <message>
        <source>give it in {names}</source>
        <translation>请用 {names} 各写一份</translation>
    </message>
    <message>
        <source>give {dim} numbers, one for each row of Q</source>
        <translation>请给 {dim} 个数，Q 的每行一个</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>gradient descent 0.1</source>
        <translation>梯度下降 0.1</translation>
    </message>
    <message>
        <source>gradient descent 0.4</source>
        <translation>梯度下降 0.4</translation>
    </message>
    <message>
        <source>gradient descent 0.6</source>
        <translation>梯度下降 0.6</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>growing: loss {last:.4g}, from {first:.4g}</source>
        <translation>在增大：损失 {last:.4g}，起初 {first:.4g}</translation>
    </message>
    <message>
        <source>growth</source>
        <translation>增长倍数</translation>
    </message>
    <message>
        <source>half-mse</source>
        <translation>½ 均方误差</translation>
    </message>
    <message>
        <source>half-mse: ½ · mean r², as from scratch; mse: mean r², as torch's MSELoss.</source>
        <translation>half-mse：½ · r² 的平均，如从零实现；mse：r² 的平均，如 torch 的 MSELoss。</translation>
    </message>
    <message>
        <source>has a key of more than {most} levels</source>
        <translation>有超过 {most} 级的键</translation>
    </message>
    <message>
        <source>heavy ball</source>
        <translation>重球法</translation>
    </message>
    <message>
        <source>history size</source>
        <translation>历史大小</translation>
    </message>
    <message>
        <source>holds what is finished of another map; give --restart to throw that away, or another name for the output</source>
        <translation>里面是另一张图谱已完成的部分；请加 --restart 丢弃它，或给输出另取一个名字</translation>
    </message>
    <message>
        <source>importing {name} failed: {reason}</source>
        <translation>导入 {name} 失败：{reason}</translation>
    </message>
    <message>
        <source>importing {path} runs code that is not part of this program; if you trust it, add --allow-import {path}</source>
        <translation>导入 {path} 会运行不属于本程序的代码；若信任它，请加上 --allow-import {path}</translation>
    </message>
    <message>
        <source>increase factor</source>
        <translation>增大因子</translation>
    </message>
    <message>
        <source>initial accumulator value</source>
        <translation>累加器初值</translation>
    </message>
    <message>
        <source>is larger than {most:,} bytes; is it the right file?</source>
        <translation>大于 {most:,} 字节；是这个文件吗？</translation>
    </message>
    <message>
        <source>is missing; give {what}</source>
        <translation>缺失；请给{what}</translation>
    </message>
    <message>
        <source>is missing; the first line should be: format = {format}</source>
        <translation>缺失；第一行应为：format = {format}</translation>
    </message>
    <message>
        <source>is not a text file in UTF-8</source>
        <translation>不是 UTF-8 文本文件</translation>
    </message>
    <message>
        <source>is not on this computer; it is downloaded when it is used</source>
        <translation>不在这台电脑上；使用时会下载</translation>
    </message>
    <message>
        <source>is not the published {file} (SHA-1 {digest}…); give the original file</source>
        <translation>不是公布的 {file}（SHA-1 {digest}…）；请给原始文件</translation>
    </message>
    <message>
        <source>is not valid TOML: {reason}</source>
        <translation>不是有效的 TOML：{reason}</translation>
    </message>
    <message>
        <source>is the name of an experiment file; give a name for the table</source>
        <translation>是实验文件的名字；请给表格另取一个名字</translation>
    </message>
    <message>
        <source>it differentiates the loss by itself, which is out of reach; losses and gradients are handed in, graphs are not</source>
        <translation>它要自己对损失求导，这里做不到；提供给它的是损失和梯度，没有计算图</translation>
    </message>
    <message>
        <source>it has no stops; give at least one [[stops]] table</source>
        <translation>没有任何站；请至少给一个 [[stops]] 表</translation>
    </message>
    <message>
        <source>its folder does not exist; create it or choose another</source>
        <translation>所在文件夹不存在；请创建它或另选一个</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>key of an experiment</source>
        <translation>实验的键</translation>
    </message>
    <message>
        <source>key of {name}</source>
        <translation>{name} 的键</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>kind of noise</source>
        <translation>噪声种类</translation>
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
        <translation>最大值</translation>
    </message>
    <message>
        <source>largest step</source>
        <translation>最大步长</translation>
    </message>
    <message>
        <source>layout of starts</source>
        <translation>起点布局</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>learning rate 0.0100</source>
        <translation>学习率 0.0100</translation>
    </message>
    <message>
        <source>learning rate 0.0311</source>
        <translation>学习率 0.0311</translation>
    </message>
    <message>
        <source>learning rate 0.0422</source>
        <translation>学习率 0.0422</translation>
    </message>
    <message>
        <source>learning rate 0.0522</source>
        <translation>学习率 0.0522</translation>
    </message>
    <message>
        <source>learning rate 0.0644</source>
        <translation>学习率 0.0644</translation>
    </message>
    <message>
        <source>learning rate 0.0733</source>
        <translation>学习率 0.0733</translation>
    </message>
    <message>
        <source>learning rate 0.0744</source>
        <translation>学习率 0.0744</translation>
    </message>
    <message>
        <source>learning rate 0.0944</source>
        <translation>学习率 0.0944</translation>
    </message>
    <message>
        <source>learning rate 0.1</source>
        <translation>学习率 0.1</translation>
    </message>
    <message>
        <source>learning rate 0.1067</source>
        <translation>学习率 0.1067</translation>
    </message>
    <message>
        <source>learning rate 0.1156</source>
        <translation>学习率 0.1156</translation>
    </message>
    <message>
        <source>learning rate 0.1189</source>
        <translation>学习率 0.1189</translation>
    </message>
    <message>
        <source>learning rate 0.1367</source>
        <translation>学习率 0.1367</translation>
    </message>
    <message>
        <source>learning rate 0.1389</source>
        <translation>学习率 0.1389</translation>
    </message>
    <message>
        <source>learning rate 0.1578</source>
        <translation>学习率 0.1578</translation>
    </message>
    <message>
        <source>learning rate 0.1711</source>
        <translation>学习率 0.1711</translation>
    </message>
    <message>
        <source>learning rate 0.1733</source>
        <translation>学习率 0.1733</translation>
    </message>
    <message>
        <source>learning rate 0.1789</source>
        <translation>学习率 0.1789</translation>
    </message>
    <message>
        <source>learning rate 0.2</source>
        <translation>学习率 0.2</translation>
    </message>
    <message>
        <source>learning rate 0.2000</source>
        <translation>学习率 0.2000</translation>
    </message>
    <message>
        <source>learning rate 0.2033</source>
        <translation>学习率 0.2033</translation>
    </message>
    <message>
        <source>learning rate 0.2278</source>
        <translation>学习率 0.2278</translation>
    </message>
    <message>
        <source>learning rate 0.2356</source>
        <translation>学习率 0.2356</translation>
    </message>
    <message>
        <source>learning rate 0.2678</source>
        <translation>学习率 0.2678</translation>
    </message>
    <message>
        <source>learning rate 0.2822</source>
        <translation>学习率 0.2822</translation>
    </message>
    <message>
        <source>learning rate 0.3000</source>
        <translation>学习率 0.3000</translation>
    </message>
    <message>
        <source>learning rate 0.3367</source>
        <translation>学习率 0.3367</translation>
    </message>
    <message>
        <source>learning rate 0.3911</source>
        <translation>学习率 0.3911</translation>
    </message>
    <message>
        <source>learning rate 0.4</source>
        <translation>学习率 0.4</translation>
    </message>
    <message>
        <source>learning rate 0.4456</source>
        <translation>学习率 0.4456</translation>
    </message>
    <message>
        <source>learning rate 0.5000</source>
        <translation>学习率 0.5000</translation>
    </message>
    <message>
        <source>learning rate decay</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>line search fn</source>
        <translation>线搜索</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>look-ahead</source>
        <translation>前瞻</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss {last:.4g}, from {first:.4g}</source>
        <translation>损失 {last:.4g}，起初 {first:.4g}</translation>
    </message>
    <message>
        <source>lr decay</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>max eval</source>
        <translation>最大求值次数</translation>
    </message>
    <message>
        <source>max iter</source>
        <translation>最大迭代次数</translation>
    </message>
    <message>
        <source>maximize</source>
        <translation>最大化</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>midpoint</source>
        <translation>中点法</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>momentum 0.1, β 0.5</source>
        <translation>动量 0.1，β 0.5</translation>
    </message>
    <message>
        <source>momentum 0.5</source>
        <translation>动量 0.5</translation>
    </message>
    <message>
        <source>momentum 0.6, β 0.5</source>
        <translation>动量 0.6，β 0.5</translation>
    </message>
    <message>
        <source>momentum 0.8</source>
        <translation>动量 0.8</translation>
    </message>
    <message>
        <source>momentum 0.9</source>
        <translation>动量 0.9</translation>
    </message>
    <message>
        <source>momentum decay</source>
        <translation>动量衰减</translation>
    </message>
    <message>
        <source>momentum ↦ 1 − (1 − momentum) √r, where r is the factor of the learning rate</source>
        <translation>动量 ↦ 1 − (1 − 动量) √r，r 为学习率的倍率</translation>
    </message>
    <message>
        <source>mse</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>no friction</source>
        <translation>无摩擦</translation>
    </message>
    <message>
        <source>no function is called {name!r}; did you mean {near!r}?</source>
        <translation>没有名为 {name!r} 的函数；是不是想写 {near!r}？</translation>
    </message>
    <message>
        <source>no function is called {name!r}; known: {known}</source>
        <translation>没有名为 {name!r} 的函数；可用的有：{known}</translation>
    </message>
    <message>
        <source>no scheduler answers at {address}; start one</source>
        <translation>{address} 没有调度器应答；请启动一个</translation>
    </message>
    <message>
        <source>no {what} is called {word!r}; {hint}known: {names}</source>
        <translation>没有名为 {word!r} 的{what}；{hint}可用的有：{names}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none is enabled; enable those that take part</source>
        <translation>一个也没有启用；请启用要参加的运行</translation>
    </message>
    <message>
        <source>ns coefficient1</source>
        <translation>NS 系数 1</translation>
    </message>
    <message>
        <source>ns coefficient2</source>
        <translation>NS 系数 2</translation>
    </message>
    <message>
        <source>ns coefficient3</source>
        <translation>NS 系数 3</translation>
    </message>
    <message>
        <source>ns steps</source>
        <translation>NS 步数</translation>
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
        <translation>这个实验的数</translation>
    </message>
    <message>
        <source>number that changes in {optimizer}</source>
        <translation>{optimizer} 中会变化的数</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>目标函数</translation>
    </message>
    <message>
        <source>on a square grid around the start, as many to a side as fit</source>
        <translation>在起点周围的正方形网格上，每边尽可能多</translation>
    </message>
    <message>
        <source>one argument, such as {example}</source>
        <translation>一个参数，例如 {example}</translation>
    </message>
    <message>
        <source>only {names} are conventions of one another</source>
        <translation>只有 {names} 互为不同的约定</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>oscillating</source>
        <translation>振荡</translation>
    </message>
    <message>
        <source>parameter of the formula</source>
        <translation>公式的参数</translation>
    </message>
    <message>
        <source>parameter of {owner}</source>
        <translation>{owner} 的参数</translation>
    </message>
    <message>
        <source>per step</source>
        <translation>每步</translation>
    </message>
    <message>
        <source>period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>power</source>
        <translation>幂次</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>product of the parts</source>
        <translation>各部分的乘积</translation>
    </message>
    <message>
        <source>quartic</source>
        <translation>四次项</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>rate 0.1, batch 5, 20, 80, 320</source>
        <translation>学习率 0.1，批量 5、20、80、320</translation>
    </message>
    <message>
        <source>rate dropped, friction kept</source>
        <translation>学习率下降，保持摩擦</translation>
    </message>
    <message>
        <source>rate dropped, momentum kept</source>
        <translation>学习率下降，保持动量</translation>
    </message>
    <message>
        <source>rate kept</source>
        <translation>保持学习率</translation>
    </message>
    <message>
        <source>replacement</source>
        <translation>有放回抽取</translation>
    </message>
    <message>
        <source>rho</source>
        <translation>rho</translation>
    </message>
    <message>
        <source>rise</source>
        <translation>上升</translation>
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
        <translation>抽样方式</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>schedules are nested deeper than {most}; simplify</source>
        <translation>调度嵌套超过 {most} 层；请简化</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共用</translation>
    </message>
    <message>
        <source>shuffle</source>
        <translation>重新打乱</translation>
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
        <translation>大小</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>缓慢</translation>
    </message>
    <message>
        <source>smallest step</source>
        <translation>最小步长</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>square</source>
        <translation>平方</translation>
    </message>
    <message>
        <source>square step</source>
        <translation>平方步长</translation>
    </message>
    <message>
        <source>squares</source>
        <translation>平方和</translation>
    </message>
    <message>
        <source>stands on both axes; give two different keys</source>
        <translation>同时在两个轴上；请给两个不同的键</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>start divisor</source>
        <translation>起始除数</translation>
    </message>
    <message>
        <source>steepness</source>
        <translation>陡峭度</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step size1</source>
        <translation>步长 1</translation>
    </message>
    <message>
        <source>step size2</source>
        <translation>步长 2</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>texts have no place; a formula has only numbers, names and operators</source>
        <translation>不能有文字；公式只含数字、名字和运算符</translation>
    </message>
    <message>
        <source>the airfoil data is not on this computer and could not be downloaded; set {variable} to a folder that holds it, or choose the file in the window</source>
        <translation>这台电脑上没有翼型数据，也无法下载；请把 {variable} 设为存放它的文件夹，或在窗口中选择文件</translation>
    </message>
    <message>
        <source>the averaged form with momentum 1 never moves; give a smaller momentum</source>
        <translation>动量为 1 的平均形式永远不动；请给较小的动量</translation>
    </message>
    <message>
        <source>the character {code}</source>
        <translation>字符 {code}</translation>
    </message>
    <message>
        <source>the cosine over period, then anew from the top over period · growth, and so on</source>
        <translation>以“周期”为长的余弦，然后从顶部以 周期 · 增长倍数 重新开始，如此往复</translation>
    </message>
    <message>
        <source>the experiment has no noise to vary; add a [noise] table</source>
        <translation>实验没有可变化的噪声；请加上 [noise] 表</translation>
    </message>
    <message>
        <source>the experiment written beside it would replace {beside}, which is another one; choose another name</source>
        <translation>写在旁边的实验文件会替换 {beside}，而那是另一个实验；请换一个文件名</translation>
    </message>
    <message>
        <source>the experiment written beside it would replace {source}; choose another name</source>
        <translation>写在旁边的实验会覆盖 {source}；请另取一个名字</translation>
    </message>
    <message>
        <source>the file is of format {given}, this program reads {format}; update Momentum Lab</source>
        <translation>文件格式为 {given}，本程序能读 {format}；请更新 Momentum Lab</translation>
    </message>
    <message>
        <source>the formula ends too early; expected {expected}</source>
        <translation>公式提前结束了；此处应有{expected}</translation>
    </message>
    <message>
        <source>the formula has more than {most:,} operations; shorten it</source>
        <translation>公式有超过 {most:,} 个运算；请缩短</translation>
    </message>
    <message>
        <source>the formula has no variable; use x, or x and y, or x1 to x50</source>
        <translation>公式没有变量；请用 x，或 x 和 y，或 x1 到 x50</translation>
    </message>
    <message>
        <source>the formula is empty; give one such as x^2 + y^2</source>
        <translation>公式为空；请写一个，例如 x^2 + y^2</translation>
    </message>
    <message>
        <source>the formula is longer than {most:,} characters</source>
        <translation>公式超过 {most:,} 个字符</translation>
    </message>
    <message>
        <source>the formula is nested deeper than {most} levels</source>
        <translation>公式嵌套超过 {most} 层</translation>
    </message>
    <message>
        <source>the last part whose turn has come, its own steps counted from then</source>
        <translation>最近一个轮到的部分，其步数从那时算起</translation>
    </message>
    <message>
        <source>the map is of run {run}; give a key of runs.{run}</source>
        <translation>图谱是运行 {run} 的；请给 runs.{run} 的键</translation>
    </message>
    <message>
        <source>the matrix has the eigenvalue {eigenvalue:g}; give a positive definite one</source>
        <translation>矩阵有特征值 {eigenvalue:g}；请给正定矩阵</translation>
    </message>
    <message>
        <source>the matrix is not symmetric; give Q with Q = Qᵀ</source>
        <translation>矩阵不对称；请给满足 Q = Qᵀ 的 Q</translation>
    </message>
    <message>
        <source>the minimum is out of range; give smaller c and b</source>
        <translation>极小点超出范围；请给较小的 c 和 b</translation>
    </message>
    <message>
        <source>the module {module} has no {name}</source>
        <translation>模块 {module} 中没有 {name}</translation>
    </message>
    <message>
        <source>the name is longer than {most} characters</source>
        <translation>名字超过 {most} 个字符</translation>
    </message>
    <message>
        <source>the name of a schedule</source>
        <translation>调度的名字</translation>
    </message>
    <message>
        <source>the name of an objective</source>
        <translation>目标函数的名字</translation>
    </message>
    <message>
        <source>the name of an optimizer</source>
        <translation>优化器的名字</translation>
    </message>
    <message>
        <source>the number is too large; the largest is about 1.8e308</source>
        <translation>数太大；最大约为 1.8e308</translation>
    </message>
    <message>
        <source>the rows differ in length; give rows of one length</source>
        <translation>各行长度不同；请给等长的行</translation>
    </message>
    <message>
        <source>the schedule {kind} has none; remove it</source>
        <translation>调度 {kind} 没有组成部分；请去掉</translation>
    </message>
    <message>
        <source>the temperature of minibatches is known for gradient descent and momentum; choose such a run</source>
        <translation>小批量的温度只对梯度下降和动量已知；请选择这样的运行</translation>
    </message>
    <message>
        <source>there are {count}, counted from 0</source>
        <translation>共有 {count} 个，从 0 开始数</translation>
    </message>
    <message>
        <source>there is no batch_size to change; give one, or remove this</source>
        <translation>没有可变化的 batch_size；请给一个，或去掉这一项</translation>
    </message>
    <message>
        <source>there is no module {module}; name its folder in PYTHONPATH</source>
        <translation>没有模块 {module}；请在 PYTHONPATH 中写上它的文件夹</translation>
    </message>
    <message>
        <source>there is no stationary density to draw the balls from; release them at the start point</source>
        <translation>没有可供抽取小球的平稳密度；请从起点释放</translation>
    </message>
    <message>
        <source>there is no such key in this experiment</source>
        <translation>这个实验中没有这个键</translation>
    </message>
    <message>
        <source>there is none; give at least one [[runs]] table</source>
        <translation>一个也没有；请至少给一个 [[runs]] 表</translation>
    </message>
    <message>
        <source>this ( is never closed; add the )</source>
        <translation>这个 ( 没有闭合；请加上 )</translation>
    </message>
    <message>
        <source>this ) closes nothing; remove it, or add the ( before it</source>
        <translation>这个 ) 没有对应的括号；请去掉，或在前面加上 (</translation>
    </message>
    <message>
        <source>this copy of the program came without its source, from which scripts are made</source>
        <translation>这份程序不含源代码，而脚本要由源代码生成</translation>
    </message>
    <message>
        <source>this objective cannot be written as a script</source>
        <translation>这个目标函数不能写成脚本</translation>
    </message>
    <message>
        <source>this {opener} is never closed; add the {closer}</source>
        <translation>这个 {opener} 没有闭合；请加上 {closer}</translation>
    </message>
    <message>
        <source>tilt</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>time step</source>
        <translation>时间步长</translation>
    </message>
    <message>
        <source>time step 0.1</source>
        <translation>时间步长 0.1</translation>
    </message>
    <message>
        <source>time step 0.2</source>
        <translation>时间步长 0.2</translation>
    </message>
    <message>
        <source>time step 0.4</source>
        <translation>时间步长 0.4</translation>
    </message>
    <message>
        <source>tolerance change</source>
        <translation>变化容差</translation>
    </message>
    <message>
        <source>tolerance grad</source>
        <translation>梯度容差</translation>
    </message>
    <message>
        <source>torch finds no CUDA GPU</source>
        <translation>torch 找不到 CUDA GPU</translation>
    </message>
    <message>
        <source>torch finds {count}</source>
        <translation>torch 找到 {count} 个</translation>
    </message>
    <message>
        <source>torch.optim.ASGD, run as it is</source>
        <translation>torch.optim.ASGD，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.Adadelta, run as it is</source>
        <translation>torch.optim.Adadelta，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.Adafactor, run as it is</source>
        <translation>torch.optim.Adafactor，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.Adagrad, run as it is</source>
        <translation>torch.optim.Adagrad，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.Adam, run as it is</source>
        <translation>torch.optim.Adam，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.AdamW, run as it is</source>
        <translation>torch.optim.AdamW，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.Adamax, run as it is</source>
        <translation>torch.optim.Adamax，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.LBFGS, run as it is</source>
        <translation>torch.optim.LBFGS，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.Muon, run as it is</source>
        <translation>torch.optim.Muon，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.NAdam, run as it is</source>
        <translation>torch.optim.NAdam，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.RAdam, run as it is</source>
        <translation>torch.optim.RAdam，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.RMSprop, run as it is</source>
        <translation>torch.optim.RMSprop，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.Rprop, run as it is</source>
        <translation>torch.optim.Rprop，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.SGD with momentum 0.9, every number printed.</source>
        <translation>动量为 0.9 的 torch.optim.SGD，打印每个数。</translation>
    </message>
    <message>
        <source>torch.optim.SGD, run as it is</source>
        <translation>torch.optim.SGD，原样运行</translation>
    </message>
    <message>
        <source>torch.optim.SparseAdam, run as it is</source>
        <translation>torch.optim.SparseAdam，原样运行</translation>
    </message>
    <message>
        <source>two arguments or more, such as {example}</source>
        <translation>两个或更多参数，例如 {example}</translation>
    </message>
    <message>
        <source>two arguments, such as {example}</source>
        <translation>两个参数，例如 {example}</translation>
    </message>
    <message>
        <source>two numbers stand side by side; write an operator between them</source>
        <translation>两个数并排；请在中间写运算符</translation>
    </message>
    <message>
        <source>typed by the user</source>
        <translation>由用户输入</translation>
    </message>
    <message>
        <source>value that is searched for</source>
        <translation>要搜索的数值</translation>
    </message>
    <message>
        <source>values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>view</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>with a changing learning rate the displacement form is another method</source>
        <translation>学习率变化时，位移形式是另一种方法</translation>
    </message>
    <message>
        <source>with a changing momentum the averaged form is another method</source>
        <translation>动量变化时，平均形式是另一种方法</translation>
    </message>
    <message>
        <source>with the time step {time_step:g} give at most {most:g}; more needs momentum below 0</source>
        <translation>时间步长为 {time_step:g} 时最多给 {most:g}；再大就需要小于 0 的动量</translation>
    </message>
    <message>
        <source>without friction the averaged form never moves; give more than 0</source>
        <translation>没有摩擦时平均形式永远不动；请给大于 0 的值</translation>
    </message>
    <message>
        <source>without friction there is no temperature; give less than 1</source>
        <translation>没有摩擦就没有温度；请给小于 1 的值</translation>
    </message>
    <message>
        <source>x goes 2, −14, 98, −686: the factor is 1 − 8η = −7.</source>
        <translation>x 依次为 2、−14、98、−686：因子为 1 − 8η = −7。</translation>
    </message>
    <message>
        <source>x goes 2, −6, 18, −54: the factor is 1 − 8η = −3.</source>
        <translation>x 依次为 2、−6、18、−54：因子为 1 − 8η = −3。</translation>
    </message>
    <message>
        <source>x1² + 2 x2² has condition number 2: gradient descent needs no help.</source>
        <translation>x1² + 2 x2² 的条件数为 2：梯度下降不需要帮助。</translation>
    </message>
    <message>
        <source>x2 is at rest after a few steps while x1 still has a long way to go: one rate serves two curvatures badly.</source>
        <translation>几步之后 x2 已静止，x1 还有很长的路：一个学习率很难兼顾两种曲率。</translation>
    </message>
    <message>
        <source>z is no coordinate; for three of them write x1, x2 and x3</source>
        <translation>z 不是坐标；三个坐标请写 x1、x2 和 x3</translation>
    </message>
    <message>
        <source>{count:,} characters are too many; give at most {most:,.0f}</source>
        <translation>{count:,} 个字符太多；最多 {most:,.0f} 个</translation>
    </message>
    <message>
        <source>{count:,} characters are too many; give at most {most:,}</source>
        <translation>{count:,} 个字符太多；最多 {most:,} 个</translation>
    </message>
    <message>
        <source>{count:,} starts of {runs} runs with {dim} coordinates do not fit into memory; give at most {most:,}</source>
        <translation>{runs} 个运行、{dim} 个坐标的 {count:,} 个起点放不进内存；最多给 {most:,} 个</translation>
    </message>
    <message>
        <source>{count} are given, 'at' wants {wanted}: one more than it has</source>
        <translation>给了 {count} 个，'at' 需要 {wanted} 个：比它多一个</translation>
    </message>
    <message>
        <source>{count} are given; give 1 to {most} schedules</source>
        <translation>给了 {count} 个；请给 1 到 {most} 个调度</translation>
    </message>
    <message>
        <source>{count} are given; give at most {most}</source>
        <translation>给了 {count} 个；最多 {most} 个</translation>
    </message>
    <message>
        <source>{count} cells are not allowed; give a whole number from 2 to {most}</source>
        <translation>不允许 {count} 个格子；请给 2 到 {most} 的整数</translation>
    </message>
    <message>
        <source>{count} named parameters are too many; use at most {most}</source>
        <translation>{count} 个命名参数太多；最多 {most} 个</translation>
    </message>
    <message>
        <source>{count} numbers are given, {objective} has {dim} coordinates; give a list of {dim}</source>
        <translation>给了 {count} 个数，{objective} 有 {dim} 个坐标；请给 {dim} 个数的列表</translation>
    </message>
    <message>
        <source>{described} has no place in a formula; remove it</source>
        <translation>{described}不能用在公式里；请去掉</translation>
    </message>
    <message>
        <source>{described} has no place in a formula; write {plain!r} from the keyboard</source>
        <translation>{described}不能用在公式里；请用键盘输入 {plain!r}</translation>
    </message>
    <message>
        <source>{end!r} is no end of a range; give a number</source>
        <translation>{end!r} 不是范围的端点；请给数</translation>
    </message>
    <message>
        <source>{folder} is not a folder; name one with {file}</source>
        <translation>{folder} 不是文件夹；请给包含 {file} 的文件夹</translation>
    </message>
    <message>
        <source>{given!r} has no place here; expected an operator or the end</source>
        <translation>{given!r} 不该在这里；此处应为运算符或结尾</translation>
    </message>
    <message>
        <source>{given!r} has no place here; expected {expected}</source>
        <translation>{given!r} 不该在这里；此处应有{expected}</translation>
    </message>
    <message>
        <source>{given!r} has no place in a formula</source>
        <translation>公式里不能使用 {given!r}</translation>
    </message>
    <message>
        <source>{given!r} is no colour; give #rrggbb</source>
        <translation>{given!r} 不是颜色；请写 #rrggbb</translation>
    </message>
    <message>
        <source>{given!r} is no loss; give a number</source>
        <translation>{given!r} 不是损失；请给数</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give a number between 0 and 1</source>
        <translation>不允许 {given!r}；请给 0 和 1 之间的数</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give a text</source>
        <translation>不允许 {given!r}；请给文本</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give auto, cpu or cuda</source>
        <translation>不允许 {given!r}；请给 auto、cpu 或 cuda</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give true or false</source>
        <translation>不允许 {given!r}；请给 true 或 false</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give {format}</source>
        <translation>不允许 {given!r}；请给 {format}</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give {what}</source>
        <translation>不允许 {given!r}；请给{what}</translation>
    </message>
    <message>
        <source>{given!r} is not allowed; give {words}</source>
        <translation>不允许 {given!r}；请给 {words}</translation>
    </message>
    <message>
        <source>{given!r} is {described}, which</source>
        <translation>{given!r} 是{described}，</translation>
    </message>
    <message>
        <source>{given} is mixed with {first}; write either x and y, or x1, x2 and so on</source>
        <translation>{given} 与 {first} 混用；请写 x 和 y，或写 x1、x2 等</translation>
    </message>
    <message>
        <source>{given} is not allowed; give 1 to {most}</source>
        <translation type="vanished">不允许 {given}；请给 1 到 {most}</translation>
    </message>
    <message>
        <source>{given} is not allowed; give a finite number</source>
        <translation>不允许 {given}；请给有限的数</translation>
    </message>
    <message>
        <source>{given} is not allowed; give a list of finite numbers</source>
        <translation>不允许 {given}；请给有限数的列表</translation>
    </message>
    <message>
        <source>{given} is not allowed; give a list of rows of numbers</source>
        <translation>不允许 {given}；请给由数的行组成的列表</translation>
    </message>
    <message>
        <source>{given} is not allowed; give a table of numbers, such as {{ a = 1.0 }}</source>
        <translation>不允许 {given}；请给数的表，例如 {{ a = 1.0 }}</translation>
    </message>
    <message>
        <source>{given} is not allowed; give a text</source>
        <translation>不允许 {given}；请给文本</translation>
    </message>
    <message>
        <source>{given} is not allowed; give ascending whole numbers</source>
        <translation>不允许 {given}；请给递增的整数</translation>
    </message>
    <message>
        <source>{given} is not allowed; give true or false</source>
        <translation>不允许 {given}；请给 true 或 false</translation>
    </message>
    <message>
        <source>{given} is not allowed; give {allowed}</source>
        <translation>不允许 {given}；请给{allowed}</translation>
    </message>
    <message>
        <source>{given} is not allowed; give {choices}</source>
        <translation>不允许 {given}；请给 {choices}</translation>
    </message>
    <message>
        <source>{given} is out of range; give 1 to {most}</source>
        <translation>{given} 超出范围；请给 1 到 {most}</translation>
    </message>
    <message>
        <source>{given} is out of range; give {allowed}</source>
        <translation>{given} 超出范围；请给{allowed}</translation>
    </message>
    <message>
        <source>{id} is not linear here</source>
        <translation>{id} 在这里不是线性的</translation>
    </message>
    <message>
        <source>{key}: {problem}</source>
        <translation>{key}：{problem}</translation>
    </message>
    <message>
        <source>{kind} cannot be a part; give it on its own</source>
        <translation>{kind} 不能作为部分；请单独使用</translation>
    </message>
    <message>
        <source>{kind} is for {name} only</source>
        <translation>{kind} 只适用于 {name}</translation>
    </message>
    <message>
        <source>{left} and {right}</source>
        <translation>{left} 和 {right}</translation>
    </message>
    <message>
        <source>{left} or {right}</source>
        <translation>{left} 或 {right}</translation>
    </message>
    <message>
        <source>{name} is a function; write {name}(...)</source>
        <translation>{name} 是函数；请写 {name}(...)</translation>
    </message>
    <message>
        <source>{name} is left out; give it a number to change</source>
        <translation>没有给出 {name}；请给它一个数，才能变化</translation>
    </message>
    <message>
        <source>{name} is no function; write {name}*(...)</source>
        <translation>{name} 不是函数；请写 {name}*(...)</translation>
    </message>
    <message>
        <source>{name} is no number that a formula may use</source>
        <translation>{name} 不是公式可以使用的数</translation>
    </message>
    <message>
        <source>{name} is no variable; they are x1 to x{most}</source>
        <translation>{name} 不是变量；变量为 x1 到 x{most}</translation>
    </message>
    <message>
        <source>{name} is not available here, {found}; give cpu or auto</source>
        <translation>{name} 在这里不可用，{found}；请给 cpu 或 auto</translation>
    </message>
    <message>
        <source>{name} needs the minimum, which {objective} does not tell; give a target, or take final_loss</source>
        <translation>{name} 需要最小值，而 {objective} 没有给出；请给目标值，或用 final_loss</translation>
    </message>
    <message>
        <source>{name} needs {arguments}</source>
        <translation>{name} 需要{arguments}</translation>
    </message>
    <message>
        <source>{name} needs {arguments}; {count} given</source>
        <translation>{name} 需要{arguments}；给了 {count} 个</translation>
    </message>
    <message>
        <source>{name} would be {given:g} at step {step}; keep it {allowed}</source>
        <translation>{name} 在第 {step} 步会变成 {given:g}；请使其保持为{allowed}</translation>
    </message>
    <message>
        <source>{noun} from {low} to {high}</source>
        <translation>{low} 到 {high} 之间的{noun}</translation>
    </message>
    <message>
        <source>{noun} of at least {low}</source>
        <translation>不小于 {low} 的{noun}</translation>
    </message>
    <message>
        <source>{noun} of at most {high}</source>
        <translation>不大于 {high} 的{noun}</translation>
    </message>
    <message>
        <source>{objective} cannot be written as a script</source>
        <translation>{objective} 不能写成脚本</translation>
    </message>
    <message>
        <source>{objective} has no data to draw from; remove it</source>
        <translation>{objective} 没有可抽取的数据；请去掉</translation>
    </message>
    <message>
        <source>{objective} with these values</source>
        <translation>取这些值的 {objective}</translation>
    </message>
    <message>
        <source>{optimizer}, {numbers}</source>
        <translation>{optimizer}, {numbers}</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}</source>
        <translation>{path} 无法使用：{reason}</translation>
    </message>
    <message>
        <source>{path} failed in step {step}: {problem}</source>
        <translation>{path} 在第 {step} 步失败：{problem}</translation>
    </message>
    <message>
        <source>{path} is no optimizer; give a subclass of torch.optim.Optimizer</source>
        <translation>{path} 不是优化器；请给 torch.optim.Optimizer 的子类</translation>
    </message>
    <message>
        <source>{path} keeps {name} out of its parameter groups, so it cannot change</source>
        <translation>{path} 没有把 {name} 放进参数组，所以它不能变化</translation>
    </message>
    <message>
        <source>{path} refuses {where}: {words}</source>
        <translation>{path} 拒绝{where}：{words}</translation>
    </message>
    <message>
        <source>{run} is not allowed; give 0 to {most}</source>
        <translation>不允许 {run}；请给 0 到 {most}</translation>
    </message>
    <message>
        <source>{scale!r} is not allowed; give 'linear' or 'log'</source>
        <translation>不允许 {scale!r}；请给 'linear' 或 'log'</translation>
    </message>
    <message>
        <source>{shown!r} is no import path; give one such as torch.optim.Adam</source>
        <translation>{shown!r} 不是导入路径；请写一个，例如 torch.optim.Adam</translation>
    </message>
    <message>
        <source>{text!r} is no axis; give KEY=LO:HI:N, and :log where it goes by factors, such as runs.0.learning_rate=0.001:1:64:log</source>
        <translation>{text!r} 不是轴；请写 KEY=LO:HI:N，按倍数变化时加 :log，例如 runs.0.learning_rate=0.001:1:64:log</translation>
    </message>
    <message>
        <source>½ falls like 1/√t.</source>
        <translation>½ 按 1/√t 下降。</translation>
    </message>
    <message>
        <source>½ xᵀQx + cᵀx + b</source>
        <translation>½ xᵀQx + cᵀx + b</translation>
    </message>
    <message>
        <source>½ xᵀQx + cᵀx + b: the cross term turns the valley, the linear term moves the minimum.</source>
        <translation>½ xᵀQx + cᵀx + b：交叉项转动山谷，线性项移动极小点。</translation>
    </message>
    <message>
        <source>½ · mean (Xw + b − y)²; mse: without the ½</source>
        <translation>½ · (Xw + b − y)² 的平均；mse：没有 ½</translation>
    </message>
    <message>
        <source>½ · mean ‖W aᵢ − bᵢ‖² over three examples, W of shape 3 × 3</source>
        <translation>½ · ‖W aᵢ − bᵢ‖² 对三个样本的平均，W 为 3 × 3</translation>
    </message>
    <message>
        <source>Δ ← η⁺ Δ where g keeps its sign, η⁻ Δ where it flips; Δ = η at the start
Δ ← min(max(Δ, Δmin), Δmax)
g ← 0 where it flips
x ← x − Δ sign(g)</source>
        <translation>g 不变号时 Δ ← η⁺ Δ，变号时 η⁻ Δ；开始时 Δ = η
Δ ← min(max(Δ, Δmin), Δmax)
变号时 g ← 0
x ← x − Δ sign(g)</translation>
    </message>
    <message>
        <source>σₜ = σ / √draws: the gradient of u·x, u the mean of so many normal vectors</source>
        <translation>σₜ = σ / √抽取次数：u·x 的梯度，u 为这么多正态向量的平均</translation>
    </message>
    <message>
        <source>σₜ = σ √(2(1−β)/η): momentum becomes θ̈ + λθ̇ = −∇L + √(2λ) σ dW/dt</source>
        <translation>σₜ = σ √(2(1−β)/η)：动量变为 θ̈ + λθ̇ = −∇L + √(2λ) σ dW/dt</translation>
    </message>
    <message>
        <source>σₜ = σ √(2/η): gradient descent becomes dθ = −∇L dt + √2 σ dW</source>
        <translation>σₜ = σ √(2/η)：梯度下降变为 dθ = −∇L dt + √2 σ dW</translation>
    </message>
</context>
</TS>
